import { isObject } from "../json-object.ts";
import type { Json, JsonObject } from "../model.ts";
import { filledText } from "./filled.ts";
import { formats } from "./formats.ts";
import { fieldOf, isSameJson, itemsOf, jsonType, lengthOf } from "./json.ts";
import { matches } from "./pattern.ts";

/** Whether a value has what a keyword asks for; nothing where that cannot be said. */
export type Check = (operand: Json, value: Json, schema: JsonObject) => boolean | undefined;

/** The keywords that look at a value and no deeper: JSON Schema Validation 2020-12, 6 and 7, draft-07, OpenAPI 3.0. */
export const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["type", hasType],
  ["enum", isChoice],
  ["const", (operand, value) => (isTemplate(value) ? undefined : isSameJson(operand, value))],
  [
    "minimum",
    ofNumbers((value, bound, { exclusiveMinimum }) => value > bound || (value === bound && exclusiveMinimum !== true)),
  ],
  [
    "maximum",
    ofNumbers((value, bound, { exclusiveMaximum }) => value < bound || (value === bound && exclusiveMaximum !== true)),
  ],
  ["exclusiveMinimum", ofNumbers((value, bound) => value > bound)],
  ["exclusiveMaximum", ofNumbers((value, bound) => value < bound)],
  ["multipleOf", ofNumbers(isMultiple)],
  ["minLength", ofTexts((text, least) => lengthOf(text) >= Number(least))],
  ["maxLength", ofTexts((text, most) => lengthOf(text) <= Number(most))],
  ["pattern", ofTexts((text, pattern) => matches(String(pattern), text))],
  // A format need not be enforced (2020-12 Validation, 7.2.1), so a text without it is never surely wrong.
  ["format", ofTexts((text, name) => (formats.get(String(name))?.test(text) === false ? undefined : true))],
  ["minItems", (least, value) => !Array.isArray(value) || value.length >= Number(least)],
  ["maxItems", (most, value) => !Array.isArray(value) || value.length <= Number(most)],
  ["uniqueItems", (isUnique, value) => isUnique !== true || !Array.isArray(value) || areDistinct(value)],
  ["minProperties", (least, value) => !isObject(value) || Object.keys(value).length >= Number(least)],
  ["maxProperties", (most, value) => !isObject(value) || Object.keys(value).length <= Number(most)],
  [
    "required",
    (names, value) => !isObject(value) || itemsOf(names).every((name) => Object.hasOwn(value, String(name))),
  ],
  ["dependentRequired", hasDependents],
  // Which of an object's fields are evaluated elsewhere is more than is looked at here.
  ["unevaluatedProperties", (operand, value) => operand === true || !isObject(value) || undefined],
  ["unevaluatedItems", (operand, value) => operand === true || !Array.isArray(value) || undefined],
  ["$dynamicRef", () => undefined],
  ["$recursiveRef", () => undefined],
]);

function hasType(operand: Json, value: Json, { nullable }: JsonObject): boolean {
  const types = Array.isArray(operand) ? operand : [operand];
  const own = jsonType(value);
  // OpenAPI 3.0 writes `nullable: true` where JSON Schema writes a second type.
  if (types.includes(own) || (own === "null" && nullable === true)) return true;
  return own === "number" && types.includes("integer") && Number.isInteger(value);
}

function isChoice(operand: Json, value: Json, { nullable }: JsonObject): boolean | undefined {
  if (itemsOf(operand).some((choice) => isSameJson(choice, value))) return true;
  return isTemplate(value) || (value === null && nullable === true) ? undefined : false;
}

/** Whether a value is a text that becomes another one when it is sent. */
function isTemplate(value: Json): boolean {
  return typeof value === "string" && value.includes("{{");
}

/** Floating point makes 0.07 / 0.01 no integer for some servers, and one for others. */
function isMultiple(value: number, step: number): boolean | undefined {
  const quotient = value / step;
  if (!(step > 0) || !Number.isFinite(quotient)) return undefined;
  if (Number.isInteger(quotient)) return true;
  return Math.abs(quotient - Math.round(quotient)) < 1e-6 ? undefined : false;
}

function areDistinct(items: ReadonlyArray<Json>): boolean {
  return items.every((item, index) => !items.slice(0, index).some((other) => isSameJson(item, other)));
}

function hasDependents(operand: Json, value: Json): boolean {
  if (!isObject(operand) || !isObject(value)) return true;
  const present = Object.keys(operand).filter((name) => Object.hasOwn(value, name));
  return present.every((name) => itemsOf(fieldOf(operand, name)).every((other) => Object.hasOwn(value, String(other))));
}

function ofNumbers(check: (value: number, bound: number, schema: JsonObject) => boolean | undefined): Check {
  return (operand, value, schema) =>
    typeof value !== "number" || typeof operand !== "number" || check(value, operand, schema);
}

/** A text with a variable of unknown value is taken for right: it stands in a valid example. */
function ofTexts(check: (text: string, operand: Json) => boolean | undefined): Check {
  return (operand, value) => {
    const text = typeof value === "string" ? filledText(value) : undefined;
    return text === undefined || check(text, operand);
  };
}
