import { statuses } from "../http/statuses.ts";
import type { Defaults, Json } from "../manifest/model.ts";
import { isObject } from "./json.ts";
import type { Refusal } from "./refusal.ts";
import { uriReference } from "./uri-reference.ts";

/** The body of an error and its media type. */
export interface ErrorBody {
  readonly type: string;
  readonly body: Json;
}

/** Words an error in the way that the manifest declares for all of them. */
export function errorBody(refusal: Refusal, errors: Defaults["errors"], path: string): ErrorBody {
  if (errors?.kind === "problem+json") return { type: "application/problem+json", body: problem(refusal, path) };
  if (errors?.kind === "example") return { type: "application/json", body: likeExample(errors.body, refusal) };
  return {
    type: "application/json",
    body: { error: { code: codeWord(refusal.code), message: messageOf(refusal), ...details(refusal) } },
  };
}

/** RFC 9457, 3.1. */
function problem(refusal: Refusal, path: string): Json {
  return {
    type: "about:blank",
    title: statuses.get(refusal.code)?.name ?? "Error",
    status: refusal.code,
    detail: messageOf(refusal),
    instance: uriReference(path),
    ...details(refusal),
  };
}

function details({ fields, existing }: Refusal): { readonly [key: string]: Json } {
  return {
    ...(fields ? { fields: fields.map(({ field, message }) => ({ field, message })) } : {}),
    ...(existing === undefined ? {} : { existing }),
  };
}

function messageOf({ message, reason }: Refusal): string {
  return message ?? reason;
}

/** `NOT_FOUND`. */
function codeWord(code: number): string {
  const name = statuses.get(code)?.name ?? "ERROR";
  return name.toUpperCase().replace(/[^A-Z]+/g, "_");
}

/** The shape of the example; what looks like a code or a message says what happened this time. */
function likeExample(example: Json, refusal: Refusal, key = ""): Json {
  if (Array.isArray(example)) return example.map((item) => likeExample(item, refusal, key));
  if (isObject(example)) {
    return Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, likeExample(value, refusal, name)]),
    );
  }
  if (typeof example === "number")
    return statuses.has(example) || /^(?:status|code)/i.test(key) ? refusal.code : example;
  if (typeof example !== "string") return example;
  if (/^field$/i.test(key)) return refusal.fields?.[0]?.field ?? example;
  if (/message|detail|description|reason|title|^error$/i.test(key) || example.includes(" ")) return messageOf(refusal);
  if (/^[1-5]\d\d$/.test(example)) return String(refusal.code);
  return /^[A-Z][A-Z_]+$/.test(example) ? codeWord(refusal.code) : example;
}
