import type { Outcome } from "./api.ts";
import { challenges, refuseUnknown } from "./authenticate.ts";
import { refuseForbidden } from "./authorize.ts";
import { refuseStale } from "./conditional.ts";
import type { Headers } from "./declared-headers.ts";
import { refuseDuplicate } from "./duplicate.ts";
import { owe, perform } from "./effects.ts";
import type { Exchange } from "./exchange.ts";
import { currentValidators, finish } from "./finish.ts";
import { countPoll } from "./job.ts";
import { countRequest, type Limit, limitHeaders, refuseExceeded } from "./limit.ts";
import { refuseMissing } from "./missing.ts";
import { refuseUnacceptable } from "./negotiate.ts";
import { joinResponses, outcomeOf, responseFor } from "./outcome.ts";
import { findWish, refuseWished, tellWish, type Wish } from "./prefer.ts";
import type { Refusal } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import { refuseInvalid, refuseUnreadable, takenHeaders } from "./refuse-body.ts";
import { refuseQuery } from "./refuse-query.ts";
import type { MockResponse } from "./response.ts";
import { allowedMethods } from "./route.ts";
import { isTaken, refuseShown } from "./shown.ts";
import { findTurn, markTurn, refuseTurn, type Turn } from "./turn.ts";
import { findShown, type Shown } from "./when.ts";
import { publicMessage } from "./wording.ts";

/** What the manifest says of this very request. */
interface Said {
  readonly wish: Wish | undefined;
  readonly shown: Shown | undefined;
  readonly turn: Turn | undefined;
  readonly limit: Limit | undefined;
}

/** Answers a request that has an operation. */
export function respondTo(exchange: Exchange): MockResponse {
  const { operation, api, target } = exchange;
  const wish = findWish(exchange);
  const shown = wish?.outcome ? undefined : findShown(exchange);
  const limit = countRequest(exchange);
  const turn = shown || wish?.outcome ? undefined : findTurn(exchange);
  const said = { wish, shown, turn, limit };
  const refusal = findRefusal(exchange, said);
  const headers = limitHeaders(limit, { code: refusal?.code, nowMs: exchange.request.nowMs });
  if (!refusal) {
    const response = succeed(exchange, chooseOutcome(exchange, said), turn);
    return tellWish({ ...response, headers: { ...response.headers, ...headers } }, wish);
  }
  if (turn && refusal.response) markTurn(turn, exchange, undefined);
  const declared = responseFor(shown?.operation ?? operation, refusal.code);
  return tellWish(refuse(withOwed(refusal, exchange), { api, path: target.path, operation, declared, headers }), wish);
}

/** The first reason against a request, in the order in which servers look: who asks, what for, in which state, with what. */
function findRefusal(exchange: Exchange, { wish, shown, turn, limit }: Said): Refusal | undefined {
  const isAsWritten = isTaken(shown);
  return (
    refuseWished(wish) ??
    refuseShown(shown, exchange, { isBefore: true }) ??
    refuseExceeded(limit) ??
    refuseUnknown(exchange) ??
    refuseShown(shown, exchange, { isBefore: false }) ??
    refuseForbidden(exchange) ??
    (isAsWritten || turn ? undefined : refuseQuery(exchange)) ??
    (isAsWritten ? undefined : refuseUnreadable(exchange)) ??
    refuseMissing(exchange) ??
    refuseTurn(turn) ??
    refuseStale(exchange, currentValidators) ??
    refuseDuplicate(exchange) ??
    (isAsWritten || turn ? undefined : refuseInvalid(exchange)) ??
    refuseUnacceptable(exchange)
  );
}

function chooseOutcome({ operation }: Exchange, { wish, shown, turn }: Said): Outcome {
  if (wish?.outcome) return wish.outcome;
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
  const { code, response } = outcome;
  if (code >= 400) {
    const { api, target, operation } = exchange;
    const reason = "the manifest has no other answer";
    const refusal = { code, reason, message: publicMessage(code), response };
    return refuse(withOwed(refusal, exchange), { api, path: target.path, operation });
  }
  const effect = perform(exchange, outcome);
  if (turn) markTurn(turn, exchange, effect.isCreated ? effect.resource : undefined);
  countPoll(exchange);
  const saved = Object.entries(turn?.save ?? {}).map(([name, path]) => ({ path, value: `mock-${name}` }));
  return finish(exchange, outcome, owe(effect, saved));
}

/** Whatever the reason for it, a 401 says how to authenticate (RFC 9110, 15.5.2), and a 415 what would have been taken. */
function withOwed(refusal: Refusal, exchange: Exchange): Refusal {
  const owed = owedHeaders(refusal.code, exchange);
  return { ...refusal, headers: { ...owed, ...refusal.headers } };
}

function owedHeaders(code: number, exchange: Exchange): Headers {
  if (code === 401) return { "WWW-Authenticate": challenges(exchange) };
  // RFC 9110, 15.5.6.
  if (code === 405) return { Allow: allowedMethods(exchange.route) };
  if (code !== 415) return {};
  return takenHeaders(exchange.operation, exchange.content.fault?.kind ?? "media type");
}
