import type { Json } from "../manifest/model.ts";
import type { Operation } from "./api.ts";
import { type Fault, takenTypes } from "./content.ts";
import type { Headers } from "./declared-headers.ts";
import type { Exchange } from "./exchange.ts";
import { exampleOf, fieldProblems } from "./field-problems.ts";
import { fieldOf, jsonType } from "./json.ts";
import { declares } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";
import { refusalCode } from "./refusal-code.ts";

/** 415 or 400 where the body cannot be read at all, or is something else altogether. */
export function refuseUnreadable(exchange: Exchange): Refusal | undefined {
  const { operation, content, api } = exchange;
  const fault = content.fault ?? rootFault(exchange);
  if (!fault) return undefined;
  const { kind, reason } = fault;
  if (kind === "syntax") return { code: refusalCode(operation, [400, 422], api.policy.malformed), reason };
  const code = [415, 400, 422].find((each) => declares(operation, each)) ?? 415;
  return { code, reason };
}

/** 422 or 400 where the body can be read and is not what the endpoint takes. */
export function refuseInvalid(exchange: Exchange): Refusal | undefined {
  const fields = fieldProblems(exchange);
  if (fields.length === 0) return undefined;
  const reason = fields.map(({ field, message }) => `${field} ${message}`).join(", ");
  const { operation, api } = exchange;
  return { code: refusalCode(operation, [422, 400], api.policy.validation), reason, fields };
}

/** A list where an object belongs has no field that could be right or wrong. */
function rootFault({ operation, content }: Exchange): Fault | undefined {
  const { body } = operation;
  if (body?.kind !== "json" || content.sent === undefined) return undefined;
  const declared = body.schema && fieldOf(body.schema, "type");
  const expected = body.schema ? declared : jsonType(exampleOf(body));
  const own = jsonType(content.sent);
  if (typeof expected !== "string" || !isRoot(expected) || expected === own) return undefined;
  return { kind: "syntax", reason: `the body is not an ${expected}` };
}

function isRoot(type: Json): boolean {
  return type === "object" || type === "array";
}

/** What would have been taken: RFC 9110, 15.5.16; for a PATCH RFC 5789, 2.2; for a coding RFC 9110, 12.5.3. */
export function takenHeaders(operation: Operation, kind: Fault["kind"]): Headers {
  if (kind === "coding") return { "Accept-Encoding": "identity" };
  const types = takenTypes(operation).join(", ");
  if (types === "") return {};
  const own = { PATCH: "Accept-Patch", POST: "Accept-Post" }[operation.method];
  return { Accept: types, ...(own ? { [own]: types } : {}) };
}
