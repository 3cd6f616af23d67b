import type { Api, Operation, Outcome } from "./api.ts";
import { challenges, refuseUnknown } from "./authenticate.ts";
import { refuseForbidden } from "./authorize.ts";
import { identifyCaller } from "./caller.ts";
import { refuseStale } from "./conditional.ts";
import { readContent } from "./content.ts";
import { refuseDuplicate } from "./duplicate.ts";
import { owe, perform } from "./effects.ts";
import type { Exchange } from "./exchange.ts";
import { currentValidators, finish } from "./finish.ts";
import { countRequest, limitHeaders, refuseExceeded } from "./limit.ts";
import { refuseMissing } from "./missing.ts";
import { refuseUnacceptable } from "./negotiate.ts";
import { joinResponses, outcomeOf, responseFor } from "./outcome.ts";
import { findPlaces } from "./place.ts";
import type { Refusal } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import { type MockRequest, readTarget, type Target } from "./request.ts";
import type { MockResponse } from "./response.ts";
import { allowedMethods, findOperation, findRoute, type Match } from "./route.ts";
import { isTaken, refusalOf, refuseShown } from "./shown.ts";
import type { State } from "./state.ts";
import { findTurn, markTurn, type Turn } from "./turn.ts";
import { refuseInvalid, refuseUnreadable } from "./validate.ts";
import { findShown, type Shown } from "./when.ts";

/** Answers a request as the API would. Nothing but `state` changes. */
export function respond(request: MockRequest, state: State, api: Api): MockResponse {
  const target = readTarget(request.target);
  const facts = { api, path: target.path };
  if (!request.body) return refuse({ code: 413, reason: "the body is too large" }, facts);
  if (!target.segments) return refuse({ code: 400, reason: "the percent-encoding of the path is broken" }, facts);
  const match = findRoute(api, target);
  if (!match) return refuse({ code: 404, reason: "unknown path" }, facts);
  const operation = findOperation(match.route, request.method);
  if (operation) return respondTo(openExchange({ request, target, state, api, match, operation }));
  return respondToUnknownMethod({ request, target, state, api, match });
}

interface Opening {
  readonly request: MockRequest;
  readonly target: Target;
  readonly state: State;
  readonly api: Api;
  readonly match: Match;
}

/** Reads all that there is to know of a request. */
function openExchange({ match, operation, ...known }: Opening & { operation: Operation }): Exchange {
  const { request, target, state, api } = known;
  return {
    ...known,
    ...match,
    operation,
    caller: identifyCaller(request, target, { api, state }),
    content: readContent(request, operation),
    places: findPlaces(operation, match.values, state),
  };
}

/** 405, unless the manifest has an answer to this very method. */
function respondToUnknownMethod(opening: Opening): MockResponse {
  const { request, target, api, match } = opening;
  const facts = { api, path: target.path };
  const headers = { Allow: allowedMethods(match.route) };
  for (const operation of match.route.operations.values()) {
    const shown = findShown(openExchange({ ...opening, operation }));
    if (shown) return refuse({ ...refusalOf(shown), headers }, facts);
  }
  if (request.method === "OPTIONS") return { status: 204, headers, body: undefined, reason: "these are the methods" };
  const codes = [...match.route.operations.values()].flatMap(({ expect }) =>
    expect.flatMap((entry) => entry.codes.codes),
  );
  const code = codes.includes(405) ? 405 : Number(api.policy.wrongMethod ?? 405);
  return refuse({ code, reason: `${request.method} is not one of its methods`, headers }, facts);
}

function respondTo(exchange: Exchange): MockResponse {
  const { operation, api, target } = exchange;
  const shown = findShown(exchange);
  const limit = countRequest(exchange);
  const turn = shown ? undefined : findTurn(exchange);
  const headers = limit ? limitHeaders(limit) : {};
  const refusal =
    refuseShown(shown, exchange, { isBefore: true }) ??
    refuseExceeded(limit) ??
    refuseUnknown(exchange) ??
    refuseShown(shown, exchange, { isBefore: false }) ??
    refuseForbidden(exchange) ??
    refuseUnacceptable(exchange) ??
    (isTaken(shown) ? undefined : refuseUnreadable(exchange)) ??
    refuseMissing(exchange) ??
    refuseTurn(turn) ??
    refuseStale(exchange, currentValidators) ??
    refuseDuplicate(exchange) ??
    (isTaken(shown) || turn ? undefined : refuseInvalid(exchange));
  if (!refusal) {
    const response = succeed(exchange, chooseOutcome(exchange, shown, turn), turn);
    return { ...response, headers: { ...response.headers, ...headers } };
  }
  if (turn && refusal.response) markTurn(turn, exchange, undefined);
  const declared = responseFor(shown?.operation ?? operation, refusal.code);
  return refuse(withChallenge(refusal, exchange), { api, path: target.path, declared, headers });
}

function chooseOutcome({ operation }: Exchange, shown: Shown | undefined, turn: Turn | undefined): Outcome {
  if (shown) return outcomeOf(shown.expectation, operation.method);
  if (!turn) return operation.happy;
  const { code, response } = turn.outcome;
  // The endpoint's own declarations hold in a flow, too.
  return {
    code,
    response: code === operation.happy.code ? joinResponses(operation.happy.response, response) : response,
  };
}

function succeed(exchange: Exchange, outcome: Outcome, turn: Turn | undefined): MockResponse {
  if (outcome.code >= 400) {
    const { api, target } = exchange;
    const reason = "the manifest has no other answer";
    return refuse({ code: outcome.code, reason, response: outcome.response }, { api, path: target.path });
  }
  const effect = perform(exchange, outcome);
  if (turn) markTurn(turn, exchange, effect.isCreated ? effect.resource : undefined);
  const saved = Object.entries(turn?.save ?? {}).map(([name, path]) => ({ path, value: `mock-${name}` }));
  return finish(exchange, outcome, owe(effect, saved));
}

function refuseTurn(turn: Turn | undefined): Refusal | undefined {
  if (!turn || turn.outcome.code < 400) return undefined;
  return { ...turn.outcome, reason: `the flow expects it here: ${turn.id}` };
}

/** Whatever the reason for a 401, it says how to authenticate (RFC 9110, 15.5.2). */
function withChallenge(refusal: Refusal, exchange: Exchange): Refusal {
  if (refusal.code !== 401) return refusal;
  return { ...refusal, headers: { "WWW-Authenticate": challenges(exchange), ...refusal.headers } };
}
