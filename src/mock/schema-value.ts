import type { Json, JsonObject } from "../manifest/model.ts";
import { formats } from "./formats.ts";
import { fieldOf, isObject, isSameJson, jsonType } from "./json.ts";
import { compile } from "./sample.ts";

/** What is wrong with a value by the keywords that look at it alone, none inside of it. */
export function checkValue(schema: JsonObject, value: Json): string | undefined {
  return (
    checkChoice(schema, value) ?? checkBounds(schema, value) ?? checkText(schema, value) ?? checkSteps(schema, value)
  );
}

/** Whether a value is of the type that the schema names; OpenAPI 3.0 says `nullable` for a null. */
export function checkType(schema: JsonObject, value: Json): string | undefined {
  const type = fieldOf(schema, "type");
  if (type === undefined || (value === null && fieldOf(schema, "nullable") === true)) return undefined;
  const types = [type].flat().map(String);
  if (types.includes(jsonType(value)) || (types.includes("integer") && Number.isInteger(value))) return undefined;
  return `is not of type ${types.join(" or ")}`;
}

function checkChoice(schema: JsonObject, value: Json): string | undefined {
  const constant = fieldOf(schema, "const");
  const choices = constant === undefined ? fieldOf(schema, "enum") : [constant];
  if (!Array.isArray(choices) || choices.some((choice) => isSameJson(choice, value))) return undefined;
  return `is none of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
}

interface Bound {
  readonly type: string;
  readonly isBroken: (size: number, bound: number) => boolean;
  readonly message: string;
}

/** By keyword. A boolean `exclusiveMinimum` of older drafts has no number and says nothing here. */
const bounds: Readonly<Record<string, Bound>> = {
  minimum: { type: "number", isBroken: (size, bound) => size < bound, message: "is less than" },
  maximum: { type: "number", isBroken: (size, bound) => size > bound, message: "is more than" },
  exclusiveMinimum: { type: "number", isBroken: (size, bound) => size <= bound, message: "is not more than" },
  exclusiveMaximum: { type: "number", isBroken: (size, bound) => size >= bound, message: "is not less than" },
  minLength: { type: "string", isBroken: (size, bound) => size < bound, message: "is shorter than" },
  maxLength: { type: "string", isBroken: (size, bound) => size > bound, message: "is longer than" },
  minItems: { type: "array", isBroken: (size, bound) => size < bound, message: "has fewer items than" },
  maxItems: { type: "array", isBroken: (size, bound) => size > bound, message: "has more items than" },
  minProperties: { type: "object", isBroken: (size, bound) => size < bound, message: "has fewer fields than" },
  maxProperties: { type: "object", isBroken: (size, bound) => size > bound, message: "has more fields than" },
};

function checkBounds(schema: JsonObject, value: Json): string | undefined {
  for (const [keyword, { type, isBroken, message }] of Object.entries(bounds)) {
    const bound = fieldOf(schema, keyword);
    if (typeof bound === "number" && jsonType(value) === type && isBroken(sizeOf(value), bound)) {
      return `${message} ${bound}`;
    }
  }
  return undefined;
}

/** Lengths count characters, not UTF-16 units (JSON Schema Validation, 6.3.1). */
function sizeOf(value: Json): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return [...value].length;
  return isObject(value) ? Object.keys(value).length : Array.isArray(value) ? value.length : 0;
}

function checkText(schema: JsonObject, value: Json): string | undefined {
  if (typeof value !== "string") return undefined;
  const [pattern, format] = [fieldOf(schema, "pattern"), fieldOf(schema, "format")];
  if (typeof pattern === "string" && compile(pattern)?.test(value) === false) return `does not match ${pattern}`;
  return typeof format === "string" && formats[format]?.(value) === false ? `is no ${format}` : undefined;
}

function checkSteps(schema: JsonObject, value: Json): string | undefined {
  const step = fieldOf(schema, "multipleOf");
  if (typeof step === "number" && typeof value === "number" && !isMultiple(value, step)) {
    return `is no multiple of ${step}`;
  }
  const isUnique = fieldOf(schema, "uniqueItems") === true && Array.isArray(value);
  const hasTwins = isUnique && value.some((item, at) => value.slice(0, at).some((other) => isSameJson(item, other)));
  return hasTwins ? "has the same item twice" : undefined;
}

/** 0.3 is a multiple of 0.1, whatever floating point makes of it. */
function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}
