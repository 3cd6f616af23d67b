import type { Json } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";
import { pick, pickNumber, plainSeed, uuidOf } from "./seed.ts";

const placeholder = /\{\{[^{}]*\}\}/;

/** What Postman's dynamic variables look like where an answer has to show one. */
const placeholderValues: Readonly<Record<string, (seed: number) => string>> = {
  guid: uuidFor,
  randomUUID: uuidFor,
  timestamp: (seed) => String(1_700_000_000 + pickNumber(1_000_000, seed, "timestamp")),
  isoTimestamp: (seed) => new Date(Date.UTC(2024, 0, 1) + pickNumber(31_536_000, seed, "time") * 1000).toISOString(),
  randomInt: (seed) => String(pick([42, 7, 99, 128, 512, 730], seed, "int")),
  randomEmail: (seed) => `${pick(["reader", "ann", "ben", "cleo", "dora"], seed, "email")}@example.com`,
};

function uuidFor(seed: number): string {
  return seed === plainSeed ? "00000000-0000-4000-8000-000000000001" : uuidOf(seed, "guid");
}

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
export function fillPlaceholders(value: Json, seed: number = plainSeed): Json {
  if (typeof value === "string") {
    return value.replace(
      /\{\{\$?([^{}]*)\}\}/g,
      (_, name: string) => placeholderValues[name.trim()]?.(seed) ?? `mock-${name.trim()}`,
    );
  }
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, seed));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item, seed)]));
}
