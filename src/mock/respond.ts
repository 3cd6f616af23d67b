import type { Api } from "./api.ts";
import { withCors } from "./cors.ts";
import { type Opening, openExchange } from "./open-exchange.ts";
import { delayAsPreferred } from "./prefer.ts";
import { refuse } from "./refuse.ts";
import { refuseMessage } from "./refuse-message.ts";
import { type MockRequest, readTarget } from "./request.ts";
import { respondTo } from "./respond-to.ts";
import type { MockResponse } from "./response.ts";
import { findOperation, findRoute, type Match } from "./route.ts";
import type { State } from "./state.ts";
import { respondToUnknownMethod } from "./unknown-method.ts";

/** Answers a request as the API would. Nothing but `state` changes. */
export function respond(request: MockRequest, state: State, api: Api): MockResponse {
  const target = readTarget(request.target);
  const match = findRoute(api, target);
  const response = judge({ request, target, state, api, match });
  return withCors(delayAsPreferred(response, request), { request, api, route: match?.route });
}

function judge({ match, ...known }: Omit<Opening, "match"> & { match: Match | undefined }): MockResponse {
  const { request, target, api } = known;
  const facts = { api, path: target.path };
  const unfit = refuseMessage(request, target);
  if (unfit) return refuse(unfit, facts);
  if (!match) return refuse({ code: 404, reason: "unknown path" }, facts);
  const operation = findOperation(match.route, request.method);
  const opening = { ...known, match };
  return operation ? respondTo(openExchange({ ...opening, operation })) : respondToUnknownMethod(opening);
}
