import { z } from "zod";
import {
  changes,
  code,
  codeList,
  count,
  duration,
  json,
  mapOf,
  object,
  scalar,
  scalars,
  strict,
  text,
} from "./terms.ts";

const header = z.union([scalar, z.array(scalar, { error: "a list of values" })], {
  error: "a value, /a pattern/, true (present), false (absent) or a list",
});

/** What headers of a response must be. */
export const headerExpectations = mapOf(header, "a map of header names and values").meta({
  examples: [{ "Cache-Control": "no-store", ETag: true, "X-Powered-By": false, "Content-Type": "/json/" }],
});

const change = strict(
  {
    headers: changes.optional().describe("Headers to set; null removes one."),
    query: changes.optional().describe("Query parameters to set; null removes one."),
    path: scalars.optional().describe("Values of path parameters."),
    as: text.optional().describe("The identity that sends it, or none for no credentials."),
    body: json.optional().describe("A JSON merge patch of the body (RFC 7396); null removes a field."),
    rawBody: text.optional().describe("This text instead of the body."),
    method: text.optional().describe("Another method."),
  },
  "a map with what to change: headers, query, path, as, body, rawBody or method",
);

/** What is expected with one code. */
export const entry = strict(
  {
    name: text.optional().describe("What this case is about; it becomes part of the case's name."),
    when: change.optional().describe("The change to the valid request that provokes this code."),
    burst: count.optional().describe("How many requests at once exceed the rate limit (429 only)."),
    headers: headerExpectations
      .optional()
      .describe("Headers of the response: a value, /a pattern/, true (present), false (absent), a list (any of)."),
    body: json.optional().describe("An example: same keys, same types, each array element like the first."),
    equals: json.optional().describe("A part of the body with exact values."),
    schema: z
      .union([text, object], { error: "a JSON Schema, or the name of its file" })
      .optional()
      .describe("JSON Schema (2020-12 or draft-07) of the body, inline or a file."),
    under: duration
      .optional()
      .describe("The response takes less than this.")
      .meta({ examples: ["300ms", "2s"] }),
    tests: text.optional().describe("A script of your own, or the name of a .js file, put after the generated checks."),
  },
  "a map with what the response must be",
);

const entries = z.union([z.null(), entry, z.array(entry, { error: "a list of maps" })], {
  error: "a map with what the response must be, or a list of such maps",
});

/** The codes an endpoint must be able to give. */
export const expect = z
  .union([code, codeList, mapOf(entries, "a map of codes")], {
    error: 'codes such as 200, "200 404", or a map of codes',
  })
  .describe("The status codes this request must be able to give, each with what its response must be.")
  .meta({ examples: ["200 401 404", { 200: { under: "300ms" }, 429: { burst: 12 } }] });

/** Codes whose form is right. */
export type ExpectInput = z.infer<typeof expect>;
/** An entry whose form is right. */
export type EntryInput = z.infer<typeof entry>;
