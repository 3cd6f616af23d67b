import type { Change, Expectation, Json } from "../manifest/model.ts";
import type { Operation } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { fieldOf, isObject } from "./json.ts";
import { fitsJson, fitsText } from "./placeholder.ts";

/** An expectation whose `when` a request shows, with the operation that declares it. */
export interface Shown {
  readonly expectation: Expectation;
  readonly change: Change;
  readonly operation: Operation;
}

/** The expectation whose change this request shows; of several the one that says most. */
export function findShown(exchange: Exchange): Shown | undefined {
  let best: Shown | undefined;
  for (const operation of exchange.route.operations.values()) {
    for (const expectation of operation.expect) {
      const change = expectation.when;
      if (!change || !fitsMethod(change, operation, exchange) || !fitsChange(change, { ...exchange, operation }))
        continue;
      if (!best || countParts(change) > countParts(best.change)) best = { expectation, change, operation };
    }
  }
  return best;
}

/** Whether the change is about who is asking, so that it comes before authentication. */
export function isAboutCredentials({ as, headers, query }: Change, { api }: Exchange): boolean {
  if (as !== undefined) return true;
  const headerNames = api.identities.flatMap(({ auth }) =>
    auth.kind === "apiKey" && auth.in === "header" ? auth.name.toLowerCase() : [],
  );
  const queryNames = api.identities.flatMap(({ auth }) =>
    auth.kind === "apiKey" && auth.in === "query" ? auth.name : [],
  );
  return (
    Object.keys(headers).some((name) => ["authorization", "cookie", ...headerNames].includes(name.toLowerCase())) ||
    Object.keys(query).some((name) => queryNames.includes(name))
  );
}

function fitsMethod({ method }: Change, operation: Operation, { request, route }: Exchange): boolean {
  if (method !== undefined) return method === request.method;
  if (operation.method === request.method) return true;
  return request.method === "HEAD" && operation.method === "GET" && !route.operations.has("HEAD");
}

function fitsChange(change: Change, exchange: Exchange): boolean {
  const { request, target, operation, values } = exchange;
  const named = (name: string) => values[operation.template.names.indexOf(name)];
  return (
    countParts(change) > 0 &&
    everyPart(change.headers, (name) => request.headers.get(name.toLowerCase())) &&
    everyPart(change.query, (name) => target.query.get(name) ?? undefined) &&
    everyPart(change.path, named) &&
    fitsCaller(change.as, exchange) &&
    (change.body === undefined || fitsPatch(exchange.content.sent, change.body)) &&
    (change.rawBody === undefined || fitsText(exchange.content.text, change.rawBody))
  );
}

function everyPart(
  parts: Readonly<Record<string, string | null>>,
  read: (name: string) => string | undefined,
): boolean {
  return Object.entries(parts).every(([name, expected]) => {
    const actual = read(name);
    return expected === null ? actual === undefined : actual !== undefined && fitsText(actual, expected);
  });
}

function fitsCaller(as: Change["as"], { caller }: Exchange): boolean {
  if (as === undefined) return true;
  return as === null ? caller.presented === "" : caller.names.includes(as);
}

/** Whether a body looks as if the merge patch had been applied to it. */
export function fitsPatch(body: Json | undefined, patch: Json): boolean {
  if (!isObject(patch)) return fitsJson(body, patch);
  if (!isObject(body)) return false;
  return Object.entries(patch).every(([name, value]) => {
    const field = fieldOf(body, name);
    return value === null ? field === undefined : fitsPatch(field, value);
  });
}

function countParts({ headers, query, path, as, body, rawBody, method }: Change): number {
  const leaves = isObject(body) ? Object.keys(body).length : Number(body !== undefined);
  const single = Number(as !== undefined) + Number(rawBody !== undefined) + Number(method !== undefined);
  return Object.keys(headers).length + Object.keys(query).length + Object.keys(path).length + single + leaves;
}
