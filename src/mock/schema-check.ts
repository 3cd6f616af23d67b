import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf, isObject, isSameJson, jsonType } from "./json.ts";
import type { FieldProblem } from "./refusal.ts";
import { compile } from "./sample.ts";

/** What is wrong with a body by the plain keywords of its JSON Schema; the top level is looked at, no deeper. */
export function checkSchema(
  schema: JsonObject,
  sent: Json | undefined,
  { isPartial }: { isPartial: boolean },
): ReadonlyArray<FieldProblem> {
  const whole = checkType(schema, sent ?? null);
  if (whole) return [{ field: "body", message: whole }];
  if (!isObject(sent)) return [];
  const required = fieldOf(schema, "required");
  const names = Array.isArray(required) && !isPartial ? required.map(String) : [];
  const missing = names.filter((name) => fieldOf(sent, name) === undefined);
  const properties = fieldOf(schema, "properties");
  const wrong = Object.entries(isObject(properties) ? properties : {}).flatMap(([field, property]): FieldProblem[] => {
    const value = fieldOf(sent, field);
    if (value === undefined || !isObject(property)) return [];
    const message = checkValue(property, value);
    return message === undefined ? [] : [{ field, message }];
  });
  return [...missing.map((field) => ({ field, message: "is missing" })), ...wrong];
}

function checkValue(schema: JsonObject, value: Json): string | undefined {
  return (
    checkType(schema, value) ?? checkChoice(schema, value) ?? checkBounds(schema, value) ?? checkPattern(schema, value)
  );
}

function checkType(schema: JsonObject, value: Json): string | undefined {
  const type = fieldOf(schema, "type");
  if (type === undefined) return undefined;
  const types = (Array.isArray(type) ? type : [type]).map(String);
  const own = jsonType(value);
  if (types.includes(own) || (types.includes("integer") && Number.isInteger(value))) return undefined;
  return `is not of type ${types.join(" or ")}`;
}

function checkChoice(schema: JsonObject, value: Json): string | undefined {
  const choices = fieldOf(schema, "enum");
  if (!Array.isArray(choices) || choices.some((choice) => isSameJson(choice, value))) return undefined;
  return `is none of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
}

interface Bound {
  readonly keyword: string;
  readonly isBroken: (size: number, bound: number) => boolean;
  readonly message: string;
}

const numberBounds: ReadonlyArray<Bound> = [
  { keyword: "minimum", isBroken: (size, bound) => size < bound, message: "is less than" },
  { keyword: "maximum", isBroken: (size, bound) => size > bound, message: "is more than" },
];

const lengthBounds: ReadonlyArray<Bound> = [
  { keyword: "minLength", isBroken: (size, bound) => size < bound, message: "is shorter than" },
  { keyword: "maxLength", isBroken: (size, bound) => size > bound, message: "is longer than" },
];

function checkBounds(schema: JsonObject, value: Json): string | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const bounds = typeof value === "number" ? numberBounds : lengthBounds;
  // Lengths count characters, not UTF-16 units (JSON Schema Validation, 6.3.1).
  const size = typeof value === "number" ? value : [...value].length;
  for (const { keyword, isBroken, message } of bounds) {
    const bound = fieldOf(schema, keyword);
    if (typeof bound === "number" && isBroken(size, bound)) return `${message} ${bound}`;
  }
  return undefined;
}

function checkPattern(schema: JsonObject, value: Json): string | undefined {
  const pattern = fieldOf(schema, "pattern");
  if (typeof pattern !== "string" || typeof value !== "string") return undefined;
  return compile(pattern)?.test(value) === false ? `does not match ${pattern}` : undefined;
}
