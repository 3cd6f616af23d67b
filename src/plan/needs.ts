import type { Need } from "../http/edge.ts";
import { isObject } from "../manifest/json-object.ts";
import type { Body, Endpoint, Json, JsonObject } from "../manifest/model.ts";
import { jsonOf } from "./body-change.ts";
import { parentOf } from "./changes/parent.ts";
import { steersPages } from "./changes/query-names.ts";
import type { EndpointFacts } from "./facts.ts";
import type { CaseBody } from "./model.ts";

/** Whether the endpoint has what an edge needs. */
export function meets(need: Need | "known-required", facts: EndpointFacts): boolean {
  return needs[need](facts);
}

type Test = (facts: EndpointFacts) => boolean;

const schemes: ReadonlySet<string | undefined> = new Set(["bearer", "basic", "digest"]);

const credentialNeeds = {
  credentials: ({ authKind }) => authKind !== undefined,
  public: ({ authKind }) => authKind === undefined,
  scheme: ({ authKind }) => schemes.has(authKind),
  bearer: ({ authKind }) => authKind === "bearer",
  basic: ({ authKind }) => authKind === "basic",
  password: ({ authKind }) => authKind === "basic" || authKind === "digest",
  "api-key": ({ authKind }) => authKind === "apiKey",
  cookie: ({ authKind }) => authKind === "cookie",
  "no-api-key": ({ authKind }) => authKind !== "apiKey",
  "no-cookie": ({ authKind, endpoint }) => authKind !== "cookie" && !hasHeader(endpoint, "cookie"),
  "other-identity": ({ otherIdentity }) => otherIdentity !== undefined,
  privileged: ({ isPrivileged }) => isPrivileged,
  ordinary: ({ isPrivileged }) => !isPrivileged,
} as const satisfies Partial<Record<Need, Test>>;

const bodyNeeds = {
  body: ({ endpoint }) => endpoint.body !== undefined,
  "json-body": ({ endpoint }) => endpoint.body?.kind === "json",
  "object-body": ({ endpoint: { body } }) => body?.kind === "json" && isObject(body.value),
  "list-body": ({ endpoint: { body } }) => body?.kind === "json" && Array.isArray(body.value),
  "xml-body": ({ endpoint: { body } }) =>
    body?.kind === "raw" && /^application\/(?!soap)([\w.-]+\+)?xml\b/i.test(body.contentType ?? ""),
  "multipart-body": ({ endpoint }) => endpoint.body?.kind === "multipart",
  fields: ({ endpoint }) => endpoint.body?.kind === "form" || endpoint.body?.kind === "json",
  "closed-body": ({ endpoint: { body } }) =>
    body?.kind === "json" && body.schema !== undefined && isClosed(body.schema),
  "free-text": ({ endpoint: { body, query } }) =>
    body === undefined ? Object.keys(query).some((name) => !steersPages(name)) : hasText(body),
  "known-required": ({ endpoint: { body } }) => body?.kind === "json" && body.schema !== undefined,
} as const satisfies Partial<Record<Need | "known-required", Test>>;

const needs: Readonly<Record<Need | "known-required", Test>> = {
  ...credentialNeeds,
  ...bodyNeeds,
  "path-parameter": ({ endpoint }) => endpoint.params.length > 0,
  "no-path-parameter": ({ endpoint }) => endpoint.params.length === 0,
  "typed-id": ({ endpoint, itemOf }) =>
    Object.keys(endpoint.query).length === 0 && (itemOf !== undefined || isTyped(endpoint)),
  "created-id": ({ itemOf }) => itemOf !== undefined,
  "created-parent": ({ endpoint }) => parentOf(endpoint) !== undefined,
  deletable: ({ isDeletable }) => isDeletable,
  creates: ({ creates }) => creates !== undefined,
  repeatable: ({ creates, isCleanedUp }) => creates === undefined || isCleanedUp,
  "own-headers": ({ endpoint }) => Object.keys(endpoint.headers).some(isOwnHeader),
  condition: ({ endpoint }) => hasHeader(endpoint, "if-match") || hasHeader(endpoint, "if-unmodified-since"),
  "idempotency-key": ({ endpoint }) => hasHeader(endpoint, "idempotency-key"),
  ranges: ({ endpoint }) => declares(endpoint, 206),
  validators: ({ endpoint }) => declares(endpoint, 304),
  origin: ({ endpoint }) => hasHeader(endpoint, "origin"),
  "first-of-path": ({ isFirstOfPath }) => isFirstOfPath,
  "undeclared-method": ({ undeclaredMethods }) => undeclaredMethods.length > 0,
  "head-undeclared": ({ pathMethods }) => !pathMethods.has("HEAD"),
  "options-undeclared": ({ pathMethods }) => !pathMethods.has("OPTIONS"),
  "patch-undeclared": ({ pathMethods }) => !pathMethods.has("PATCH"),
  "read-only-path": ({ pathMethods }) => [...pathMethods].every((method) => safe.has(method)),
};

const safe: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}

function hasText(body: Body): boolean {
  if (body.kind === "form") return Object.keys(body.fields).length > 0;
  if (body.kind !== "json" || !isObject(body.value)) return false;
  return Object.values(body.value).some((value) => typeof value === "string");
}

function hasHeader({ headers }: Endpoint, name: string): boolean {
  return Object.keys(headers).some((own) => own.toLowerCase() === name);
}

function declares({ expect }: Endpoint, code: number): boolean {
  return expect.some(({ codes, when }) => codes.codes.includes(code) && when === undefined);
}

/** A written value that only a number or a UUID can stand for. */
function isTyped({ params }: Endpoint): boolean {
  const source = params.at(-1)?.source;
  return source?.kind === "literal" && /^(\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(source.value);
}

/** Header fields that mean something to the API alone; the others have edges of their own. */
export function isOwnHeader(name: string): boolean {
  return !/^(authorization|cookie|host|origin|content-.*|accept(-.*)?|if-.*|range|prefer|expect)$/i.test(name);
}

/** The top-level fields of the happy request's body that a correct server cannot do without. */
export function requiredFields(endpoint: Endpoint, body: CaseBody | undefined): ReadonlyArray<string> {
  if (body?.kind === "form") return [...new Set(body.fields.map(([name]) => name))];
  const optional = endpoint.body?.kind === "json" ? endpoint.body.optional : [];
  return exampleFields(body).flatMap(([name]) => (optional.includes(name) ? [] : [name]));
}

/** The top-level fields of a JSON body with their values. */
export function exampleFields(body: CaseBody | undefined): ReadonlyArray<readonly [string, Json]> {
  const value = jsonOf(body);
  return value !== undefined && isObject(value) ? Object.entries(value) : [];
}
