import type { Outcome } from "./api.ts";
import { isUnmodified, validatorsOf } from "./conditional.ts";
import type { Exchange } from "./exchange.ts";
import { type Part, requestedPart } from "./range.ts";
import { refuse } from "./refuse.ts";
import type { MockResponse } from "./response.ts";

/** What is left of a whole representation: nothing but its version, or a part (RFC 9110, 13.2.2: the conditions come first). */
export function narrow(exchange: Exchange, outcome: Outcome, response: MockResponse): MockResponse {
  const { request } = exchange;
  const current = validatorsOf(response);
  if (response.status === 304 || isUnmodified(request, current)) return unmodified(response);
  const { body = new Uint8Array(), headers } = response;
  // Of the methods only GET has ranges (RFC 9110, 14.2).
  if (request.method !== "GET" || headers["Accept-Ranges"] === undefined) return response;
  const length = body.byteLength;
  const whole = outcome.code === 206 ? { first: 0, last: length - 1 } : undefined;
  const part = requestedPart(request, length, current) ?? whole;
  if (part === undefined) return response;
  return part === "unsatisfiable" ? refuseRange(exchange, length) : cutOut(response, body, part);
}

function unmodified({ headers }: MockResponse): MockResponse {
  const kept = Object.entries(headers).filter(([name]) => !/^content-/i.test(name));
  return { status: 304, headers: Object.fromEntries(kept), body: undefined, reason: "not modified" };
}

function refuseRange({ api, path }: Exchange, length: number): MockResponse {
  const headers = { "Content-Range": `bytes */${length}`, "Accept-Ranges": "bytes" };
  return refuse({ code: 416, reason: `there are ${length} bytes`, headers }, { api, path });
}

function cutOut({ headers }: MockResponse, body: Uint8Array, { first, last }: Part): MockResponse {
  return {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${first}-${last}/${body.byteLength}` },
    body: body.subarray(first, last + 1),
    reason: "a part of it",
  };
}
