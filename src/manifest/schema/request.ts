import { z } from "zod";
import { flag, json, mapOf, object, scalar, scalars, strict, text, texts } from "./terms.ts";

const param = z.union(
  [
    scalar,
    strict(
      {
        from: text.describe("The endpoint whose response holds it.").meta({ examples: ["POST /carts"] }),
        get: text
          .optional()
          .describe("Where the response holds it.")
          .meta({ examples: ["$.cart.id"] }),
      },
      "a map with from and get",
    ),
  ],
  { error: "a value, or { from: POST /carts, get: $.id }" },
);

const rawBody = z.union(
  [
    text,
    strict(
      { text: text.describe("The body."), contentType: text.optional().describe("Its media type.") },
      "a map with text",
    ),
  ],
  { error: "text, or { text, contentType }" },
);

const part = z.union([scalar, strict({ file: text.describe("The name of the file to send.") }, "a map with file")], {
  error: "a value, or { file: name }",
});

/** Values of path parameters. */
export const path = mapOf(param, "a map of path parameters and values");

/** The keys that endpoints and flow steps share: what the request consists of. */
export const requestKeys = {
  summary: text.optional().describe("What it does, in a few words."),
  public: flag.optional().describe("true: sent without credentials."),
  as: text.optional().describe("The identity of auth that sends it, or none."),
  path: path
    .optional()
    .describe("Values of path parameters, where they do not come from a create.")
    .meta({ examples: [{ id: 42 }, { cart: { from: "POST /carts", get: "$.cart.id" } }] }),
  query: scalars.optional().describe("Query parameters."),
  headers: scalars.optional().describe("Request headers."),
  body: json.optional().describe("An example of a valid JSON body."),
  bodySchema: z
    .union([text, object], { error: "a JSON Schema, or the name of its file" })
    .optional()
    .describe("JSON Schema of the request body, inline or a file; its example is sent, unless body gives one."),
  rawBody: rawBody.optional().describe("A body that is not JSON, as it is sent."),
  form: scalars.optional().describe("Fields of an application/x-www-form-urlencoded body."),
  multipart: mapOf(part, "a map of parts").optional().describe("Parts of a multipart/form-data body."),
  optional: texts.optional().describe("Top-level fields of the body that may be left out."),
};

/** Keys of which a request may have one, save that bodySchema may go with body. */
export const bodyKeys = ["body", "bodySchema", "rawBody", "form", "multipart"] as const;

const request = z.strictObject(requestKeys);
/** A request whose form is right. */
export type RequestInput = z.infer<typeof request>;
