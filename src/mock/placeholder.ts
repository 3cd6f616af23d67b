import type { Json } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";

const placeholder = /\{\{[^{}]*\}\}/;

const uuid = "00000000-0000-4000-8000-000000000001";

/** What Postman's dynamic variables look like where an answer has to show one. */
const placeholderValues: Readonly<Record<string, string>> = {
  guid: uuid,
  randomUUID: uuid,
  timestamp: "1700000000",
  isoTimestamp: "2024-01-01T00:00:00.000Z",
  randomInt: "42",
  randomEmail: "reader@example.com",
};

/** Whether a text still holds a `{{name}}` without a value: a dynamic one, a saved one, a column of `data`. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** Whether a text is what the manifest says; each placeholder left in it stands for any text. */
export function fitsText(actual: string, expected: string): boolean {
  const pieces = expected.split(new RegExp(placeholder, "g"));
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return actual === expected;
  if (!actual.startsWith(first)) return false;
  let position = first.length;
  for (const piece of others) {
    const found = actual.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return actual.length - last.length >= position && actual.endsWith(last);
}

/** Whether a body is what the manifest says: the same keys and values, placeholders standing for any. */
export function fitsJson(actual: Json | undefined, expected: Json): boolean {
  if (actual === undefined) return false;
  if (typeof expected === "string") {
    return typeof actual === "object" ? false : fitsText(String(actual), expected) && isTextual(actual, expected);
  }
  if (isObject(expected)) {
    const keys = Object.keys(expected);
    if (!isObject(actual) || Object.keys(actual).length !== keys.length) return false;
    return keys.every((key) => fitsJson(fieldOf(actual, key), expected[key] ?? null));
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((item, index) => fitsJson(actual[index], item));
  }
  return actual === expected;
}

/** A number fits a text only where a placeholder may have become that number. */
function isTextual(actual: Json, expected: string): boolean {
  return typeof actual === "string" || hasPlaceholder(expected);
}

/** A body without placeholders: an answer shows values, not templates. */
export function fillPlaceholders(value: Json): Json {
  if (typeof value === "string") {
    return value.replace(
      /\{\{\$?([^{}]*)\}\}/g,
      (_, name: string) => placeholderValues[name.trim()] ?? `mock-${name.trim()}`,
    );
  }
  if (Array.isArray(value)) return value.map(fillPlaceholders);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item)]));
}
