import { isRecord, parseJson } from "./json.ts";
import type { HeaderLine, ReceivedResponse } from "./model.ts";

const mostFields = 30;
const longestText = 80;
const longestMessage = 500;

interface ErrorResponse {
  readonly status: number;
  readonly headers: ReadonlyArray<HeaderLine>;
  readonly body: string;
}

/**
 * What is kept of every error in JSON, so that errors can be compared and logged: the names of its fields, and what it says.
 * `mask` takes secrets out before anything is cut: half a secret is not recognised.
 */
export function errorBody(
  { status, headers, body }: ErrorResponse,
  mask: (text: string) => string = (text) => text,
): ReceivedResponse["errorBody"] {
  const isJson = headers.some(({ name, value }) => /^content-type$/i.test(name) && /[/+]json\b/i.test(value));
  if (status < 400 || !isJson) return undefined;
  const error = parseJson(body);
  if (!isRecord(error)) return undefined;
  const [code, message] = [codeOf(error), firstText(error, messagePlaces)];
  const said = {
    code: [code, longestText],
    type: [typeOf(error), longestText],
    message: [message === code ? undefined : message, longestMessage],
    field: [firstText(error, fieldPlaces), longestText],
    correlationId: [firstText(error, idPlaces), longestText],
  } as const;
  const texts = Object.entries(said).flatMap(([name, [text, most]]) =>
    text === undefined ? [] : [[name, mask(text).slice(0, most)]],
  );
  const fields = Object.keys(error).slice(0, mostFields);
  return { fields: fields.map((field) => mask(field).slice(0, longestText)), ...Object.fromEntries(texts) };
}

type JsonObject = Readonly<Record<string, unknown>>;
type PlaceOf = (error: JsonObject) => unknown;

/** The type of a problem (RFC 9457, 3.1.1) is a URI; `about:blank` says nothing (4.2.1). */
function typeOf({ type }: JsonObject): string | undefined {
  return typeof type === "string" && /^[a-z][a-z\d+.-]*:|\//i.test(type) && type !== "about:blank" ? type : undefined;
}

/** Where errors say to people what is wrong, the most telling first. */
const messagePlaces: ReadonlyArray<PlaceOf> = [
  ({ detail }) => detail,
  ({ message }) => message,
  ({ error_description }) => error_description,
  ({ error }) => (isRecord(error) ? (error.message ?? error.detail) : undefined),
  ({ errors }) => firstOf(errors).message ?? firstOf(errors).detail ?? firstOf(errors).msg,
  ({ detail }) => firstOf(detail).msg,
  ({ msg }) => msg,
  ({ description }) => description,
  ({ title }) => title,
  ({ error }) => error,
];

/** Where errors name the field that is wrong. */
const fieldPlaces: ReadonlyArray<PlaceOf> = [
  ({ field }) => field,
  ({ param }) => param,
  ({ pointer }) => pointer,
  ({ error }) => (isRecord(error) ? (error.field ?? error.param ?? error.target) : undefined),
  ({ errors }) => namedField(firstOf(errors)),
  (error) => namedField(firstOf(error["invalid-params"])),
  ({ violations }) => namedField(firstOf(violations)),
  ({ detail }) => namedField(firstOf(detail)),
  ({ errors }) => (isRecord(errors) ? Object.keys(errors)[0] : undefined),
];

function namedField({ field, pointer, path, param, name, propertyPath, loc, source }: JsonObject): unknown {
  const found = field ?? pointer ?? path ?? param ?? name ?? propertyPath ?? loc;
  if (Array.isArray(found)) return found.join(".");
  return found ?? (isRecord(source) ? (source.pointer ?? source.parameter) : undefined);
}

/** Where errors say under which number the server has noted them. */
const idPlaces: ReadonlyArray<PlaceOf> = [
  ({ correlationId }) => correlationId,
  ({ correlation_id }) => correlation_id,
  ({ requestId }) => requestId,
  ({ request_id }) => request_id,
  ({ traceId }) => traceId,
  ({ trace_id }) => trace_id,
  ({ error }) => (isRecord(error) ? (error.requestId ?? error.request_id ?? error.traceId) : undefined),
];

function firstText(error: JsonObject, places: ReadonlyArray<PlaceOf>): string | undefined {
  const values = places.map((place) => place(error));
  return values.find((value): value is string => typeof value === "string" && value.trim() !== "");
}

function firstOf(list: unknown): JsonObject {
  return Array.isArray(list) && isRecord(list[0]) ? list[0] : {};
}

/** Where errors name what they are for a program to read. */
const codePlaces: ReadonlyArray<PlaceOf> = [
  ({ code }) => code,
  ({ errorCode }) => errorCode,
  ({ error_code }) => error_code,
  ({ error }) => (isRecord(error) ? (error.code ?? error.type) : error),
  ({ errors }) => (Array.isArray(errors) && isRecord(errors[0]) ? errors[0].code : undefined),
  ({ type }) => type,
  ({ reason }) => reason,
];

function codeOf(error: JsonObject): string | undefined {
  const values = codePlaces.map((place) => place(error));
  // A sentence is for people; `about:blank` says nothing (RFC 9457, 4.2.1).
  const isCode = (value: unknown) => typeof value === "number" || (typeof value === "string" && /^\S+$/.test(value));
  const found = values.find((value) => isCode(value) && value !== "about:blank");
  return found === undefined ? undefined : String(found);
}
