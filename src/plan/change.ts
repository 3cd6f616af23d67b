import type { Change, Json, JsonObject, Manifest, RequestShape } from "../manifest/model.ts";
import type { CaseBody, CaseRequest } from "./model.ts";
import { authOf, encodeTemplate, fillPath } from "./request.ts";

/** The happy request with the one difference that a `when` describes. */
export function applyChange(
  request: CaseRequest,
  change: Change,
  endpoint: RequestShape,
  manifest: Manifest,
): CaseRequest {
  const path = Object.fromEntries(Object.entries(change.path).map(([name, value]) => [name, encodeTemplate(value)]));
  const body = changeBody(request.body, change, endpoint);
  const { body: _, ...rest } = request;
  return {
    ...rest,
    method: change.method ?? request.method,
    path: Object.keys(path).length === 0 ? request.path : fillPath(endpoint, path),
    query: changeEntries(request.query, change.query, (name) => name),
    headers: changeEntries(request.headers, change.headers, (name) => name.toLowerCase()),
    ...(body && { body }),
    auth: change.as === undefined ? request.auth : change.as === null ? null : authOf(change.as, manifest),
    omittedHeaders: removedHeaders(change),
  };
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

/** JSON merge patch (RFC 7396, 2). */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else Object.defineProperty(merged, key, { ...plain, value: mergePatch(merged[key] ?? null, value) });
  }
  return merged;
}

// A key named __proto__ is data.
const plain = { enumerable: true, configurable: true, writable: true };

/** Whether it is an object and no array. */
export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describePatch(patch: Json): string {
  if (!isObject(patch)) return "with another body";
  const fields = Object.entries(patch).map(([name, value]) =>
    value === null ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`,
  );
  return `when ${fields.join(" and ")}`;
}

function changeBody(body: CaseBody | undefined, change: Change, endpoint: RequestShape): CaseBody | undefined {
  if (change.rawBody !== undefined) return { kind: "text", text: change.rawBody, isJson: false };
  if (change.body === undefined) return body;
  if (endpoint.body?.kind === "form" && isObject(change.body)) {
    const fields = mergePatch(endpoint.body.fields, change.body);
    return { kind: "form", fields: Object.entries(fields ?? {}).map(([name, value]) => [name, String(value)]) };
  }
  const target = endpoint.body?.kind === "json" ? endpoint.body.value : {};
  return { kind: "text", text: JSON.stringify(mergePatch(target, change.body), null, 2), isJson: true };
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
