import type { Edge } from "../edge.ts";
import { forbidden, open } from "./field-kinds.ts";

/** Fields that are missing, and fields that nobody asked for. */
export const fieldSetEdges = {
  "ec-field-missing-each-combination": {
    ...forbidden,
    title: "without any of its required fields",
    implied: { family: "400|422", needs: ["known-required"] },
    rank: 25,
    methods: ["POST", "PUT"],
    needs: ["fields"],
    change: { kind: "field" },
    why: "all required fields were left out",
    source: "the guide: 400 when required fields are missing",
  },
  "ec-field-unknown-extra": {
    ...open,
    title: "when the body has a field that nobody knows",
    inStandard: ["closed-body", "repeatable"],
    rank: 56,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "additionalProperties: false is no promise to refuse: Fastify drops such fields by default",
    why: "a field that nobody asked for is ignored or refused: it is no server error, and not taken over where the schema forbids it",
    source: "RFC 9110, 15.5.1; OWASP API3:2023",
  },
  "ec-field-mass-assignment": {
    ...open,
    title: "when the body sets {field}, which is not the client's to set",
    tier: 3,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "a 2xx that ignores the field is right: read it back by hand",
    why: "a client must not give itself privileges",
    source: "OWASP API3:2023",
  },
  "ec-field-readonly": {
    ...open,
    title: "when the body sets {field}, which is read-only",
    rank: 66,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "ignoring the field is right as well",
    why: "the server sets it",
    source: "OpenAPI 3.1, readOnly",
  },
  "ec-field-immutable-change": {
    tier: 3,
    title: "when the body changes what must not change",
    codes: [409],
    needs: [],
    change: { kind: "none" },
    byHand: "only you know what is fixed: `409: { when: { body: { ... } } }`",
    why: "what is fixed once cannot be changed",
    source: "RFC 9110, 15.5.10",
  },
} as const satisfies Record<string, Edge>;
