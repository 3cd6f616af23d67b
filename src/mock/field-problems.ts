import type { Body, Json } from "../manifest/model.ts";
import type { Exchange } from "./exchange.ts";
import { formatOf, formats } from "./formats.ts";
import { fieldOf, isObject, jsonType } from "./json.ts";
import { fillPlaceholders } from "./placeholder.ts";
import type { FieldProblem } from "./refusal.ts";
import { checkSchema } from "./schema-check.ts";

/** Longer than anything that somebody types. */
const maxLength = 10_000;

/** What is wrong with the fields of a body: by its schema, else by comparison with the example. */
export function fieldProblems({ operation, content, request }: Exchange): ReadonlyArray<FieldProblem> {
  const { body } = operation;
  const { sent } = content;
  if (!body || body.kind === "raw") return [];
  const isPartial = request.method === "PATCH";
  if (body.kind === "json" && body.schema) return checkSchema(body.schema, sent, { isPartial });
  const example = exampleOf(body);
  if (!isObject(example) || !isObject(sent)) return [];
  const optional = new Set(body.kind === "json" ? body.optional : []);
  return Object.entries(example).flatMap(([field, value]) => {
    const given = fieldOf(sent, field);
    if (given === undefined) return isPartial || optional.has(field) ? [] : [{ field, message: "is missing" }];
    if (given === null && isPartial) return []; // a merge patch removes with null (RFC 7396)
    return compareValues(field, value, given);
  });
}

/** What the manifest writes as the body of the valid request. */
export function exampleOf(body: Body): Json {
  switch (body.kind) {
    case "json":
      return body.value;
    case "form":
      return body.fields;
    case "multipart":
      return Object.fromEntries(body.parts.map(({ name }) => [name, ""]));
    case "raw":
      return {};
  }
  return body satisfies never;
}

/** A null in the example says nothing about the type. */
function compareValues(field: string, example: Json, given: Json): FieldProblem[] {
  const expected = jsonType(example);
  if (expected === "null") return [];
  if (jsonType(given) !== expected) return [{ field, message: `is not ${articles[expected]} ${expected}` }];
  if (typeof given === "number" && Math.abs(given) > Number.MAX_SAFE_INTEGER)
    return [{ field, message: "is too large" }];
  if (typeof given === "string") return compareTexts(field, String(example), given);
  if (!isObject(example)) return [];
  return Object.entries(example).flatMap(([name, value]) => {
    const inner = fieldOf(given, name);
    return inner === undefined ? [] : compareValues(`${field}.${name}`, value, inner);
  });
}

/** An example that is nothing but a placeholder stands for any text. */
function compareTexts(field: string, example: string, given: string): FieldProblem[] {
  if (given.length > maxLength) return [{ field, message: `is longer than ${maxLength}` }];
  const isAnything = /^\{\{[^{}]*\}\}$/.test(example);
  const format = isAnything ? undefined : formatOf(String(fillPlaceholders(example)));
  return format !== undefined && formats[format]?.(given) === false ? [{ field, message: `is no ${format}` }] : [];
}

const articles: Readonly<Record<ReturnType<typeof jsonType>, string>> = {
  null: "a",
  boolean: "a",
  number: "a",
  string: "a",
  array: "an",
  object: "an",
};
