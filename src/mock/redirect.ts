import type { Api, Operation } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { isSuccess } from "./outcome.ts";
import { fillPath } from "./path-template.ts";
import type { State } from "./state.ts";

/** Where a redirect leads when the manifest does not say: to the path that has most in common with this one and answers. */
export function redirectTarget(exchange: Exchange, status: number): string {
  const { api, route, operation, values, state } = exchange;
  const words = new Set(route.template.segments.map(({ text }) => text));
  const known = new Map(operation.template.names.map((name, at) => [name, values[at] ?? ""]));
  let best = { path: "/", score: -1 };
  for (const candidate of api.routes) {
    const target = candidate.operations.get(methodAfter(status, operation));
    if (candidate === route || !target || !isSuccess(target.happy.code) || isInvented(target)) continue;
    const path = fillPath(target.template.text, known) ?? existingPath(target, state);
    const score = candidate.template.segments.filter(({ text }) => words.has(text)).length;
    if (path !== undefined && score > best.score) best = { path, score };
  }
  return `${api.basePath}${best.path}${queryOf(exchange)}`;
}

/** Only there because a Location leads to it. */
function isInvented({ expect, steps, role }: Operation): boolean {
  return expect.length + steps.length === 0 && role !== "read";
}

/** 307 and 308 keep the method; after the others clients go on with GET (RFC 9110, 15.4). */
export function methodAfter(status: number, { method }: Pick<Operation, "method">): string {
  return status === 307 || status === 308 ? method : "GET";
}

/** The path of something that is there, where a path takes an id. */
function existingPath({ role, homes }: Operation, { collections }: State): string | undefined {
  const shape = role === "read" ? homes.at(-1)?.shape : undefined;
  for (const collection of collections.values()) {
    const [first] = collection.shape === shape ? collection.items.values() : [];
    if (first) return first.path;
  }
  return undefined;
}

/** What was asked for is asked for there as well; a key is sent anew, and written into no address. */
function queryOf({ target, api }: Exchange): string {
  const query = withoutKeys(target.query, api);
  return query.size === 0 ? "" : `?${query}`;
}

/** A query without API keys, to be written into an address. */
export function withoutKeys(query: URLSearchParams, api: Api): URLSearchParams {
  const open = new URLSearchParams(query);
  for (const { auth } of api.identities) if (auth.kind === "apiKey") open.delete(auth.name);
  return open;
}
