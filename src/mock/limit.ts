import type { Exchange } from "./exchange.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Refusal } from "./refusal.ts";

/** How much of a rate limit is left for a client. */
export interface Limit {
  readonly limit: number;
  readonly remaining: number;
  readonly isExceeded: boolean;
  /** Whole seconds, at least one. */
  readonly retryAfter: number;
  readonly resetAt: number;
}

/** A window ends with a pause this long: a burst stays one on a slow machine, too. */
const pauseMs = 1000;
const maxWindows = 10_000;

/**
 * Counts a request in its window; undefined where the endpoint has no limit. A burst is one request over and over, so only
 * like is counted with like: the other cases of a suite are as many as the burst, and hardly slower.
 */
export function countRequest(exchange: Exchange): Limit | undefined {
  const { operation, caller, request, state } = exchange;
  const burst = operation.expect.find(({ burst }) => burst !== undefined)?.burst;
  if (burst === undefined) return undefined;
  const client = caller.names[0] ?? (caller.presented || request.client);
  const key = `${operation.key}\n${client}\n${fingerprint(exchange)}`;
  const known = state.windows.get(key);
  const isOpen = known !== undefined && request.nowMs - known.lastMs < pauseMs;
  const count = isOpen ? known.count + 1 : 1;
  // Whoever makes up new credentials for each request must not fill the memory.
  if (state.windows.size >= maxWindows) state.windows.clear();
  state.windows.set(key, { lastMs: request.nowMs, count });
  const limit = Math.max(burst - 1, 0);
  return {
    limit,
    remaining: Math.max(limit - count, 0),
    isExceeded: count > limit,
    retryAfter: pauseMs / 1000,
    resetAt: Math.ceil((request.nowMs + pauseMs) / 1000),
  };
}

/** What a client is told of its limit, in each answer. */
export function limitHeaders({ limit, remaining, resetAt }: Limit): Readonly<Record<string, string>> {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(resetAt),
  };
}

/** Where the manifest says which request is one too many, nobody counts. */
export function spentLimit(nowMs: number): Limit {
  const resetAt = Math.ceil((nowMs + pauseMs) / 1000);
  return { limit: 1, remaining: 0, isExceeded: true, retryAfter: pauseMs / 1000, resetAt };
}

/** 429 where the window is full. */
export function refuseExceeded(limit: Limit | undefined): Refusal | undefined {
  if (!limit?.isExceeded) return undefined;
  return {
    code: 429,
    reason: `more than ${limit.limit} requests without a pause of a second`,
    headers: { "Retry-After": String(limit.retryAfter) },
  };
}
