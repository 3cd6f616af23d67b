import { z } from "zod";
import { expect } from "./expectation.ts";
import { requestKeys } from "./request.ts";
import { code, codeList, limits, mapOf, oneOf, scalars, strict, text, texts } from "./terms.ts";

/** Where a response holds a value. */
const places = mapOf(text, "a map of names and JSON paths").meta({ examples: [{ id: "$.data.id" }] });

/** Levels of rules; the ids are checked with the rules. */
export const levels = mapOf(oneOf(["off", "hint", "warning", "error"]), "a map of rules and levels");

/** Edges that are asked for, or switched; the ids are checked with the edges. */
export const switches = z.union([texts, mapOf(oneOf(["on", "off"]), 'a map of edges, each "on" or "off"')], {
  error: 'a list of edges to send, or a map of edges, each "on" or "off"',
});

/** The long form of an endpoint. */
export const longEndpoint = strict(
  {
    ...requestKeys,
    tags: texts
      .optional()
      .describe("Words to select cases by: --tag smoke.")
      .meta({ examples: [["smoke"]] }),
    capture: places
      .optional()
      .describe("Where the happy response holds a path parameter; default: the last segment of Location, else $.id."),
    data: z
      .union([text, z.array(scalars, { error: "a list of maps" })], {
        error: "the name of a CSV or JSON file, or a list of maps",
      })
      .optional()
      .describe("One happy case per row: a CSV or JSON file, or a list of maps. {{column}} stands for its value."),
    expect: expect.optional(),
    rules: levels.optional().describe("Levels of rules and lints for this endpoint."),
    edges: switches.optional().describe("Edge cases to send here, or to leave out."),
    alerts: limits
      .optional()
      .describe("Limits of this endpoint's metrics that fail a run.")
      .meta({ examples: [{ p95: "< 200ms" }] }),
  },
  "a map",
);

const shortForms = 'codes such as 200 or "200 404", or a map with expect';

/** An endpoint: its codes, or a map. */
export const endpoint = z.union([code, codeList, longEndpoint], { error: shortForms });

/** The long form of a step. */
export const step = strict(
  {
    ...requestKeys,
    expect: expect.optional(),
    save: places.optional().describe("Names for values of the response; later steps use them as {name} or {{name}}."),
  },
  "a map",
);

/** Ordered steps, each a map with one request. */
export const flow = z.array(
  z.record(
    z.string().regex(/^\s*\S+\s+\S/, { error: "METHOD /path" }),
    z.union([code, codeList, step], { error: shortForms }),
    { error: "a step such as POST /carts: 201" },
  ),
  { error: "a list of steps" },
);

/** An endpoint whose form is right. */
export type EndpointInput = z.infer<typeof endpoint>;
/** The same in its long form. */
export type LongEndpointInput = z.infer<typeof longEndpoint>;
/** A step in its long form. */
export type StepInput = z.infer<typeof step>;
/** Edges, which may not exist, to send or to leave out. */
export type SwitchesInput = z.infer<typeof switches>;
/** Levels by the id of a rule, which may not exist. */
export type LevelsInput = z.infer<typeof levels>;
