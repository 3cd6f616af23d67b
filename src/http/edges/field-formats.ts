import type { Edge } from "../edge.ts";
import { unenforced } from "./field-kinds.ts";

/** Texts without the format of their field. */
export const fieldFormatEdges = {
  "ec-field-format-email": {
    ...unenforced,
    title: "when {field} is no email address",
    rank: 15,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "RFC 5321 allows odd addresses; a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "an address has one @ between two parts",
    source: "the guide: 400 for an invalid email address; JSON Schema Validation, 7.3",
  },
  "ec-field-format-uuid": {
    ...unenforced,
    title: "when {field} is no UUID",
    rank: 16,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "a UUID has 36 characters of its own form",
    source: "RFC 9562, 4; JSON Schema Validation, 7.3",
  },
  "ec-field-format-date": {
    ...unenforced,
    // An example that is plainly a date is as good as a schema: somewhere it is parsed.
    inStandard: [],
    title: "when {field} is no date",
    rank: 16,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "JavaScript takes the 30th of February for the first of March; a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "there is no such day, or it is written in another way",
    source: "RFC 3339, 5.6; JSON Schema Validation, 7.3",
  },
  "ec-field-format-datetime": {
    ...unenforced,
    // An example that is plainly a date is as good as a schema: somewhere it is parsed.
    inStandard: [],
    title: "when {field} is no time",
    rank: 16,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "there is no such time, or it is written in another way",
    source: "RFC 3339, 5.6; JSON Schema Validation, 7.3",
  },
  "ec-field-format-uri": {
    ...unenforced,
    title: "when {field} is no URI",
    rank: 17,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "a URI has a scheme and no space",
    source: "RFC 3986, 3; JSON Schema Validation, 7.3",
  },
  "ec-field-format-ip": {
    ...unenforced,
    title: "when {field} is no IP address",
    rank: 17,
    needs: ["json-body", "fields"],
    change: { kind: "field" },
    trap: "a format need not be enforced (JSON Schema Validation, 7.2.1), so only a declared code is owed",
    why: "an address has four numbers or up to eight groups",
    source: "RFC 2673, 3.2; RFC 4291, 2.2; JSON Schema Validation, 7.3",
  },
} as const satisfies Record<string, Edge>;
