import { isObject } from "../manifest/json-object.ts";
import type { Change, Json, Manifest, RequestShape } from "../manifest/model.ts";
import { changeBody } from "./body-change.ts";
import type { CaseBody, CaseRequest } from "./model.ts";
import { authOf, encodeTemplate, refillPath } from "./request.ts";

/** The happy request with the one difference that a `when` describes. */
export function applyChange(
  request: CaseRequest,
  change: Change,
  endpoint: RequestShape,
  manifest: Manifest,
): CaseRequest {
  const path = Object.fromEntries(Object.entries(change.path).map(([name, value]) => [name, encodeTemplate(value)]));
  const body = changeBody(request.body, change);
  const { body: _, ...rest } = request;
  return {
    ...rest,
    method: change.method ?? request.method,
    path: refillPath(endpoint, request.path, path),
    query: changeEntries(request.query, change.query, (name) => name),
    headers: withBodyType(request, change, body),
    ...(body && { body }),
    auth: changedAuth(request, change, manifest),
    omittedHeaders: removedHeaders(change),
  };
}

/** Credentials that stand in the changed headers themselves take the place of the identity's, which Newman would write over them. */
function changedAuth({ auth }: CaseRequest, { as, headers }: Change, manifest: Manifest): CaseRequest["auth"] {
  if (as !== undefined) return as === null ? null : authOf(as, manifest);
  const own = auth?.kind === "apiKey" ? auth.name : auth?.kind === "cookie" ? "Cookie" : "Authorization";
  return Object.keys(headers).some((name) => name.toLowerCase() === own.toLowerCase()) ? null : auth;
}

/** What is different, in words: `when quantity is 9999`. */
export function describeChange(change: Change): string {
  const parts: string[] = [];
  for (const [kind, values] of [
    ["header", change.headers],
    ["query", change.query],
    ["", change.path],
  ] as const) {
    for (const [name, value] of Object.entries(values)) {
      parts.push(value === null ? `without ${name}` : `when ${kind === "query" ? `?${name}` : name} is ${value}`);
    }
  }
  if (change.as !== undefined) parts.push(change.as === null ? "without credentials" : `as ${change.as}`);
  if (change.method !== undefined) parts.push(`with ${change.method} instead`);
  if (change.rawBody !== undefined) parts.push("with another body");
  if (change.body !== undefined) parts.push(describePatch(change.body));
  return parts.join(", ");
}

function describePatch(patch: Json): string {
  if (!isObject(patch)) return "with another body";
  const fields = Object.entries(patch).map(([name, value]) =>
    value === null ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`,
  );
  return `when ${fields.join(" and ")}`;
}

/** A body where there was none says what it is. */
function withBodyType(request: CaseRequest, change: Change, body: CaseBody | undefined): CaseRequest["headers"] {
  const headers = changeEntries(request.headers, change.headers, (name) => name.toLowerCase());
  const isNew = request.body === undefined && body?.kind === "text" && body.isJson;
  const names = [...Object.keys(change.headers), ...headers.map(([name]) => name)].map((name) => name.toLowerCase());
  return isNew && !names.includes("content-type") ? [...headers, ["Content-Type", "application/json"]] : headers;
}

function changeEntries(
  entries: ReadonlyArray<readonly [string, string]>,
  change: Readonly<Record<string, string | null>>,
  key: (name: string) => string,
): ReadonlyArray<readonly [string, string]> {
  const changed = new Set(Object.keys(change).map(key));
  const added = Object.entries(change).filter((entry): entry is [string, string] => entry[1] !== null);
  return [...entries.filter(([name]) => !changed.has(key(name))), ...added];
}

/** `null` removes a header, also one that Newman would add by itself. */
function removedHeaders(change: Change): ReadonlyArray<string> {
  return Object.entries(change.headers)
    .filter(([, value]) => value === null)
    .map(([name]) => name.toLowerCase());
}
