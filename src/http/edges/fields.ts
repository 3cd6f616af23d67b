import type { Edge } from "../edge.ts";
import { fieldFormatEdges } from "./field-formats.ts";
import { fieldLimitEdges } from "./field-limits.ts";
import { fieldMeaningEdges } from "./field-meanings.ts";
import { fieldSetEdges } from "./field-sets.ts";
import { fieldTextEdges } from "./field-texts.ts";
import { fieldTypeEdges } from "./field-types.ts";
import { rightValueEdges } from "./right-values.ts";

/** Fields of a body: what a schema or an example says of them, kept and broken. */
export const fieldsEdges = {
  "ec-field-missing-required": {
    title: "when {field} is missing",
    codes: [422, 400],
    tier: 1,
    // A PATCH without a field leaves the field alone (RFC 7396).
    methods: ["POST", "PUT"],
    policy: "validation",
    // The guide calls a missing field a 400 in one place and a 422 in another.
    alsoIfDeclared: [400],
    needs: ["fields"],
    change: { kind: "field" },
    implied: { family: "400|422", needs: ["known-required"] },
    why: "a required field was left out; if it is optional, list it in `optional`",
    source: "the guide: 422 when the syntax is right and the meaning is not; RFC 9110, 15.5.21",
  },
  "ec-field-wrong-type": {
    title: "when {field} has a wrong type",
    codes: [422, 400],
    tier: 1,
    policy: "validation",
    alsoIfDeclared: [400],
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    // Without a declared code all that is owed is that bad data is no server error.
    implied: { family: "2xx|3xx|4xx", once: true, isWhateverPolicy: true },
    why: "a field has a value of another type",
    source: "the guide: invalid data is the client's error, never a 500; RFC 9110, 15.5.21",
  },
  ...rightValueEdges,
  ...fieldTypeEdges,
  ...fieldLimitEdges,
  ...fieldTextEdges,
  ...fieldFormatEdges,
  ...fieldSetEdges,
  ...fieldMeaningEdges,
} as const satisfies Record<string, Edge>;
