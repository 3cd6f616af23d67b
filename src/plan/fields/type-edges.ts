import type { Json } from "../../manifest/model.ts";
import type { Field } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField, eachSent, isOf } from "./field-edge.ts";

const object = { newmanifest: true };
const typeKeywords = ["type", "enum", "const"];

/** Values of another type. What lenient servers turn into the right type (5 and "5", null and "") is never surely wrong. */
export const typeEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-null": { kind: "open", variations: eachSent((_, value) => (value === null ? [] : [null])) },
  "ec-field-wrong-type": {
    kind: "read",
    breaks: typeKeywords,
    variations: eachField((field) => (field.value === undefined || field.value === null ? [] : [[wrongTypeOf(field)]])),
  },
  "ec-field-wrong-type-string-for-number": {
    kind: "forbidden",
    breaks: typeKeywords,
    variations: eachField((field) => (isNumber(field) ? [["abc"]] : [])),
  },
  "ec-field-numeric-string": {
    kind: "open",
    variations: eachSent((_, value) => (typeof value === "number" ? [String(value)] : [])),
  },
  "ec-field-wrong-type-number-for-string": {
    kind: "open",
    variations: eachSent((_, value) => (typeof value === "string" ? [5] : [])),
  },
  "ec-field-wrong-type-bool": {
    kind: "open",
    variations: eachSent((_, value) => (typeof value === "boolean" ? ["true", 1, "yes"] : []), { isShown: true }),
  },
  "ec-field-wrong-type-object": {
    kind: "forbidden",
    breaks: typeKeywords,
    variations: eachField((field) => (isOf(field, "string", "number", "integer", "boolean") ? [[object]] : [])),
  },
  "ec-field-wrong-type-array": {
    kind: "open",
    variations: eachSent((field, value) => (isOf(field, "string", "number", "integer", "boolean") ? [[value]] : [])),
  },
  "ec-field-array-to-primitive": {
    kind: "open",
    variations: eachSent((_, value) => (Array.isArray(value) ? ["newmanifest"] : [])),
  },
  "ec-field-object-to-primitive": {
    kind: "forbidden",
    breaks: typeKeywords,
    variations: eachField((field) => (isOf(field, "object") ? [["newmanifest"]] : [])),
  },
  "ec-field-decimal-in-integer": {
    kind: "open",
    variations: eachSent((_, value) => (typeof value === "number" && Number.isInteger(value) ? [value + 0.5] : [])),
  },
};

function isNumber(field: Field): boolean {
  return isOf(field, "number", "integer");
}

/** A value that no lenient server can turn into the right type. */
function wrongTypeOf(field: Field): Json {
  return isOf(field, "string", "array") ? object : "newmanifest";
}
