import type { Api } from "./api.ts";
import { openExchange } from "./open-exchange.ts";
import { refuse } from "./refuse.ts";
import { refuseMessage } from "./refuse-message.ts";
import { type MockRequest, readTarget } from "./request.ts";
import { respondTo } from "./respond-to.ts";
import type { MockResponse } from "./response.ts";
import { findOperation, findRoute } from "./route.ts";
import type { State } from "./state.ts";
import { respondToUnknownMethod } from "./unknown-method.ts";

/** Answers a request as the API would. Nothing but `state` changes. */
export function respond(request: MockRequest, state: State, api: Api): MockResponse {
  const target = readTarget(request.target);
  const facts = { api, path: target.path };
  const unfit = refuseMessage(request, target);
  if (unfit) return refuse(unfit, facts);
  const match = findRoute(api, target);
  if (!match) return refuse({ code: 404, reason: "unknown path" }, facts);
  const operation = findOperation(match.route, request.method);
  const opening = { request, target, state, api, match };
  return operation ? respondTo(openExchange({ ...opening, operation })) : respondToUnknownMethod(opening);
}
