import type { Json } from "../../manifest/model.ts";
import type { Call, Serve } from "../fault.ts";
import { isObject } from "../json.ts";
import { refuse } from "../refuse.ts";
import type { MockRequest } from "../request.ts";
import type { MockResponse } from "../response.ts";

type Which = (response: MockResponse, call: Call) => boolean;
type Alter = (response: MockResponse, call: Call) => MockResponse;

/** Answers as the correct API does, and then spoils the answers that are picked. */
export function spoil(pick: Which, alter: Alter): Serve {
  return (call, next) => {
    const response = next();
    return pick(response, call) ? alter(response, call) : response;
  };
}

/** Another error instead of these, worded as the API words its errors. */
export function instead(of: ReadonlyArray<number>, code: number): Serve {
  return spoil(
    ({ status }) => of.includes(status),
    (_, call) => refused(code, call),
  );
}

/** An error of the API. */
export function refused(code: number, { api, target, operation }: Call): MockResponse {
  const facts = { api, path: target.path, ...(operation && { operation }) };
  return refuse({ code, reason: "a fault was put in" }, facts);
}

/** Responses with one of these codes. */
export function coded(...codes: ReadonlyArray<number>): Which {
  return ({ status }) => codes.includes(status);
}

export const isError: Which = ({ status }) => status >= 400;
export const isRefusal: Which = ({ status }) => status >= 400 && status < 500;
export const isSuccess: Which = ({ status }) => status >= 200 && status < 300;
export const hasContent: Which = ({ body }) => body !== undefined && body.byteLength > 0;
export const isContent: Which = (response, call) => isSuccess(response, call) && hasContent(response, call);

/** The value of a header; undefined: it is not there. */
export function headerOf({ headers }: MockResponse, name: string): string | undefined {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found && String(found[1]);
}

export function without(...names: ReadonlyArray<string>): Alter {
  const gone = names.map((name) => name.toLowerCase());
  return (response) => {
    const kept = Object.entries(response.headers).filter(([key]) => !gone.includes(key.toLowerCase()));
    return { ...response, headers: Object.fromEntries(kept) };
  };
}

/** With the header, whatever it said before. */
export function withHeader(name: string, value: string | ReadonlyArray<string>): Alter {
  return (response, call) => {
    const { headers, ...rest } = without(name)(response, call);
    return { ...rest, headers: { ...headers, [name]: value } };
  };
}

/** Only where the correct answer has the header. */
export function has(name: string): Which {
  return (response) => headerOf(response, name) !== undefined;
}

export function withStatus(status: number): Alter {
  return (response) => ({ ...response, status });
}

export function withText(text: string, type = "application/json"): Alter {
  return (response, call) => withHeader("Content-Type", type)({ ...response, body: Buffer.from(text) }, call);
}

/** The body as JSON; undefined: it is none. */
export function jsonOf({ body }: Pick<MockRequest, "body">): Json | undefined {
  try {
    return body && (JSON.parse(Buffer.from(body).toString()) as Json);
  } catch {
    return undefined;
  }
}

/** Changes a JSON body, in its own media type; whatever is no JSON stays. */
export function rewrite(change: (body: Json, call: Call) => Json): Alter {
  return (response, call) => {
    const body = jsonOf(response);
    return body === undefined ? response : { ...response, body: Buffer.from(JSON.stringify(change(body, call))) };
  };
}

/** Every object in a JSON value, changed from the inside out. */
export function everyObject(value: Json, change: (object: { readonly [key: string]: Json }) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => everyObject(item, change));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, everyObject(item, change)] as const);
  return change(Object.fromEntries(entries));
}

/** One alteration after the other. */
export function chain(first: Alter, second: Alter): Alter {
  return (response, call) => second(first(response, call), call);
}
