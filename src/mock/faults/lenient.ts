import type { JsonObject } from "../../manifest/model.ts";
import type { Operation } from "../api.ts";
import type { Serve } from "../fault.ts";
import { isObject } from "../json.ts";
import type { MockRequest } from "../request.ts";

/** Servers that do not look at what they should look at. */

/** Answers as another operation would. */
export function accepting(change: (operation: Operation) => Operation): Serve {
  return ({ operation }, next) => next(operation && { operation: change(operation) });
}

/** Answers as if the request had been another one. */
export function hearing(change: (request: MockRequest) => MockRequest): Serve {
  return ({ request }, next) => next({ request: change(request) });
}

/** Knows no reason for these codes. */
export function blindTo(...codes: ReadonlyArray<number>): Serve {
  return accepting((operation) => ({
    ...operation,
    expect: operation.expect.filter((each) => !each.codes.codes.some((code) => codes.includes(code))),
    steps: operation.steps.filter(({ outcome }) => !codes.includes(outcome.code)),
  }));
}

/** Takes any body. */
export function withoutBodyRules({ body: _, ...operation }: Operation): Operation {
  return operation;
}

/** Refuses a body, and stores it all the same. */
export const storingRefused: Serve = ({ operation }, next) => {
  const response = next();
  const isRefused = response.status === 400 || response.status === 422;
  if (operation && isRefused) next({ operation: withoutBodyRules(operation) });
  return response;
};

/** Takes a body in which any field is missing. */
export function withoutRequired(operation: Operation): Operation {
  const { body } = operation;
  if (body?.kind !== "json") return operation;
  const optional = isObject(body.value) ? Object.keys(body.value) : [];
  return {
    ...operation,
    body: { ...body, optional, ...(body.schema && { schema: stripped(body.schema, "required") }) },
  };
}

/** Takes fields of any type, and of any value. */
export function withoutTypes(operation: Operation): Operation {
  const { body } = operation;
  if (body?.kind !== "json") return operation;
  const value = isObject(body.value)
    ? Object.fromEntries(Object.keys(body.value).map((key) => [key, null]))
    : body.value;
  const required = body.schema?.required;
  const schema = body.schema && { type: "object", ...(required === undefined ? {} : { required }) };
  return { ...operation, body: { ...body, value, ...(schema && { schema }) } };
}

/** The request without these headers, or with other values for them. */
export function withHeaders(request: MockRequest, changed: Readonly<Record<string, string | undefined>>): MockRequest {
  const headers = new Map(request.headers);
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return { ...request, headers, lines: [...headers] };
}

function stripped(schema: JsonObject, keyword: string): JsonObject {
  const entries = Object.entries(schema).filter(([key]) => key !== keyword);
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? stripped(value, keyword) : value]));
}
