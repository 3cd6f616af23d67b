import type { ReceivedResponse } from "../result/model.ts";
import type { ObservedResponse } from "./execution.ts";

const mostFields = 30;
const longestText = 80;

/** What is kept of every error in JSON, so that errors can be compared: the names of its fields, and its machine code. */
export function errorBody({ status, headers, body }: ObservedResponse): ReceivedResponse["errorBody"] {
  const isJson = headers.some(({ name, value }) => /^content-type$/i.test(name) && /[/+]json\b/i.test(value));
  if (status < 400 || !isJson) return undefined;
  const error = parse(body);
  if (!isObject(error)) return undefined;
  const fields = Object.keys(error).slice(0, mostFields);
  const code = codeOf(error);
  return { fields: fields.map(cut), ...(code !== undefined && { code: cut(code) }) };
}

/** Where errors name what they are for a program to read. */
const codePlaces: ReadonlyArray<(error: JsonObject) => unknown> = [
  ({ code }) => code,
  ({ errorCode }) => errorCode,
  ({ error_code }) => error_code,
  ({ error }) => (isObject(error) ? (error.code ?? error.type) : error),
  ({ errors }) => (Array.isArray(errors) && isObject(errors[0]) ? errors[0].code : undefined),
  ({ type }) => type,
  ({ reason }) => reason,
];

type JsonObject = Readonly<Record<string, unknown>>;

function codeOf(error: JsonObject): string | undefined {
  const values = codePlaces.map((place) => place(error));
  // A sentence is for people; `about:blank` says nothing (RFC 9457, 4.2.1).
  const isCode = (value: unknown) => typeof value === "number" || (typeof value === "string" && /^\S+$/.test(value));
  const found = values.find((value) => isCode(value) && value !== "about:blank");
  return found === undefined ? undefined : String(found);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function cut(text: string): string {
  return text.slice(0, longestText);
}
