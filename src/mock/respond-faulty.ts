import type { Api, Operation, Route } from "./api.ts";
import type { Call, Fault, Next } from "./fault.ts";
import { type MockRequest, readTarget } from "./request.ts";
import { respond } from "./respond.ts";
import type { MockResponse } from "./response.ts";
import { findOperation, findRoute } from "./route.ts";
import type { State } from "./state.ts";

/** A server with a fault in it. */
export interface FaultyServer {
  readonly fault: Fault;
  /** `METHOD /path/{}` of the one operation that has it; absent: every one that can. */
  readonly site?: string | undefined;
  readonly state: State;
  readonly api: Api;
}

/** Answers a request as the API with the fault would: at the operations that can have it, and where none answers. */
export function respondFaulty(request: MockRequest, { fault, site, state, api }: FaultyServer): MockResponse {
  const target = readTarget(request.target);
  const match = findRoute(api, target);
  const route = match?.route;
  const operation = route && findOperation(route, request.method);
  const next: Next = (changed = {}) => {
    const changedApi = route && changed.operation ? withOperation(api, route, changed.operation) : api;
    return respond(changed.request ?? request, state, changedApi);
  };
  const isFaulty = (each: Operation) => fault.at(each, api) && (site === undefined || site === each.key);
  if (operation ? !isFaulty(operation) : site !== undefined && !hasSite(route, isFaulty)) return next();
  const call: Call = { request, target, state, api, route, operation, values: match?.values ?? [] };
  return fault.serve(call, next);
}

/** Where a route has no such method, its other operations are asked. */
function hasSite(route: Route | undefined, isFaulty: (operation: Operation) => boolean): boolean {
  return route !== undefined && [...route.operations.values()].some(isFaulty);
}

function withOperation(api: Api, route: Route, operation: Operation): Api {
  const operations = new Map(route.operations).set(operation.method, operation);
  return { ...api, routes: api.routes.map((each) => (each === route ? { ...each, operations } : each)) };
}
