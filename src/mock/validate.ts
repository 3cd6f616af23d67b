import type { Json } from "../manifest/model.ts";
import type { Operation } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { fieldOf, isObject, jsonType } from "./json.ts";
import { declares } from "./outcome.ts";
import type { FieldProblem, Refusal } from "./refusal.ts";
import { checkSchema } from "./schema-check.ts";

/** 415 or 400 where the body cannot be read at all. */
export function refuseUnreadable({ operation, content, api }: Exchange): Refusal | undefined {
  const { fault } = content;
  if (!fault) return undefined;
  if (fault.kind === "syntax") {
    return { code: refusalCode(operation, [400, 422], api.policy.malformed), reason: fault.reason };
  }
  const declared = [415, 400, 422].find((code) => declares(operation, code));
  return { code: declared ?? 415, reason: fault.reason };
}

/** 422 or 400 where the body can be read and is not what the endpoint takes. */
export function refuseInvalid(exchange: Exchange): Refusal | undefined {
  const fields = findProblems(exchange);
  if (fields.length === 0) return undefined;
  const reason = fields.map(({ field, message }) => `${field} ${message}`).join(", ");
  const { operation, api } = exchange;
  return { code: refusalCode(operation, [422, 400], api.policy.validation), reason, fields };
}

/** The declared code decides, those without a `when` first; where both are declared, or none, the policy does. */
function refusalCode(operation: Operation, preferred: ReadonlyArray<number>, policy: string | undefined): number {
  const plain = preferred.filter((code) => declares(operation, code, { plain: true }));
  const [first] = plain;
  if (first !== undefined && plain.length === 1) return first;
  const any = preferred.find((code) => declares(operation, code));
  return policyCode(policy) ?? first ?? any ?? preferred[0] ?? 400;
}

function policyCode(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function findProblems({ operation, content, request }: Exchange): ReadonlyArray<FieldProblem> {
  const { body } = operation;
  const { sent } = content;
  if (!body || body.kind === "raw") return [];
  const isPartial = request.method === "PATCH";
  if (body.kind === "json" && body.schema) return checkSchema(body.schema, sent, { isPartial });
  const example = exampleFields(body);
  if (!isObject(example)) return compareValues(example, sent);
  if (!isObject(sent)) return [{ field: "body", message: "is not an object" }];
  const optional = new Set(body.kind === "json" ? body.optional : []);
  return Object.entries(example).flatMap(([field, value]) => {
    const given = fieldOf(sent, field);
    if (given === undefined) return isPartial || optional.has(field) ? [] : [{ field, message: "is missing" }];
    if (given === null && isPartial) return []; // a merge patch removes with null (RFC 7396)
    return compareValues(value, given).map(({ message }) => ({ field, message }));
  });
}

function exampleFields(body: NonNullable<Exchange["operation"]["body"]>): Json {
  if (body.kind === "json") return body.value;
  if (body.kind === "form") return body.fields;
  return body.kind === "multipart" ? Object.fromEntries(body.parts.map(({ name }) => [name, ""])) : {};
}

/** A null in the example says nothing about the type. */
function compareValues(example: Json, given: Json | undefined): FieldProblem[] {
  const expected = jsonType(example);
  if (expected === "null" || (given !== undefined && jsonType(given) === expected)) return [];
  return [{ field: "body", message: `is not ${articles[expected]} ${expected}` }];
}

const articles: Readonly<Record<ReturnType<typeof jsonType>, string>> = {
  null: "a",
  boolean: "a",
  number: "a",
  string: "a",
  array: "an",
  object: "an",
};
