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
  readonly state: State;
  readonly api: Api;
}

/** Answers a request as the API with the fault would: at the operations that can have it, and where none answers. */
export function respondFaulty(request: MockRequest, { fault, state, api }: FaultyServer): MockResponse {
  const target = readTarget(request.target);
  const match = findRoute(api, target);
  const route = match?.route;
  const operation = route && findOperation(route, request.method);
  const next: Next = (changed = {}) => {
    const changedApi = route && changed.operation ? withOperation(api, route, changed.operation) : api;
    return respond(changed.request ?? request, state, changedApi);
  };
  if (operation && !fault.at(operation, api)) return next();
  const call: Call = { request, target, state, api, route, operation, values: match?.values ?? [] };
  return fault.serve(call, next);
}

function withOperation(api: Api, route: Route, operation: Operation): Api {
  const operations = new Map(route.operations).set(operation.method, operation);
  return { ...api, routes: api.routes.map((each) => (each === route ? { ...each, operations } : each)) };
}
