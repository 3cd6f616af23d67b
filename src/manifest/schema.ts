import { z } from "zod";
import { lints } from "../http/lints.ts";
import { methods } from "../http/methods.ts";
import { policies } from "../http/policies.ts";
import { rules } from "../http/rules.ts";
import { identity } from "./schema/auth.ts";
import { endpoint, flow, levels, switches } from "./schema/endpoint.ts";
import { headerExpectations } from "./schema/expectation.ts";
import { path } from "./schema/request.ts";
import { duration, flag, limits, mapOf, object, oneOf, scalar, scalars, strict, text, texts } from "./schema/terms.ts";

const environment = z.union(
  [
    text,
    strict(
      {
        baseUrl: text.optional().describe("Where the API is; default: the suite's baseUrl."),
        variables: scalars.optional().describe("Values of {{variables}}."),
        readOnly: flag.optional().describe("true: only requests that change nothing are sent."),
      },
      "a map",
    ),
  ],
  { error: "a base URL, or a map with baseUrl, variables and readOnly" },
);

const defaults = strict(
  {
    errors: z
      .union([oneOf(["problem+json"]), object], { error: '"problem+json", or an example of an error body' })
      .optional()
      .describe("What the body of each 4xx and 5xx is: problem+json (RFC 9457), or an example.")
      .meta({ examples: ["problem+json", { error: { code: "NOT_FOUND", message: "no such book" } }] }),
    under: duration.optional().describe("Each response takes less than this."),
    headers: headerExpectations.optional().describe("Headers of each response."),
  },
  "a map with errors, under and headers",
);

/** One file of a manifest: its form. What it means is checked by resolve.ts. */
export const manifestSchema = strict(
  {
    $schema: text.optional().describe("The JSON Schema of this file, for editors."),
    name: text.optional().describe("The suite's name; default: the name of the file."),
    description: text.optional().describe("What the suite is about."),
    baseUrl: text
      .optional()
      .describe("Where the API is.")
      .meta({ examples: ["http://localhost:4010", "https://{{host}}/v1"] }),
    include: z
      .union([text, texts], { error: "the name of a file, or a list of names" })
      .optional()
      .describe("More files of this manifest, relative to this one."),
    path: path.optional().describe("Values of path parameters, for all endpoints."),
    auth: mapOf(identity, "a map of identities").optional().describe("Identities; the first is everybody's default."),
    headers: scalars.optional().describe("Headers of every request."),
    environments: mapOf(environment, "a map of environments")
      .optional()
      .describe("Where the suite runs, each with its baseUrl and variables; the first is the default."),
    defaults: defaults.optional().describe("What every response must be."),
    profile: oneOf(["minimal", "standard", "thorough"])
      .optional()
      .describe("How much is tested beyond the declared codes; default: standard."),
    strict: flag.optional().describe("true: warnings fail."),
    policy: mapOf(scalar, "a map of policies")
      .optional()
      .describe("Which code is right where good APIs differ.")
      .meta({ propertyNames: { enum: Object.keys(policies) } }),
    rules: levels
      .optional()
      .describe("Levels of rules: off, warning or error; and of lints, which may be a hint, too.")
      .meta({ propertyNames: { enum: [...Object.keys(rules), ...Object.keys(lints)] } }),
    edges: switches
      .optional()
      .describe("Edge cases to send besides those of the profile, or to leave out.")
      .meta({ examples: [["ec-method-trace"], { "ec-uri-too-long": "off" }] }),
    alerts: limits
      .optional()
      .describe("Limits of metrics that fail a run; docs/alerts.md lists the metrics.")
      .meta({ examples: [{ successRate: ">= 99%", "5xx": "< 1%", p95: "< 800ms" }] }),
    secrets: texts.optional().describe("Names of variables that hold secrets: they are never written to a file."),
    endpoints: mapOf(endpoint, "a map of endpoints")
      .optional()
      .describe("METHOD /path and the codes it must be able to give.")
      .meta({
        propertyNames: { pattern: `^(${Object.keys(methods).join("|")})\\s+/[^?#\\s]*$` },
        examples: [{ "GET /books": "200 401", "GET /books/{id}": "200 401 404" }],
      }),
    flows: mapOf(flow, "a map of flows").optional().describe("Ordered steps, by the name of the flow."),
  },
  "a map with endpoints or flows",
);

/** A manifest whose form is right. */
export type ManifestInput = z.infer<typeof manifestSchema>;
