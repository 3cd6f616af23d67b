import type { Exchange } from "./exchange.ts";
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

const windowMs = 1000;
const maxWindows = 10_000;

/** Counts a request in its window of one second; undefined where the endpoint has no limit. */
export function countRequest({ operation, caller, request, state }: Exchange): Limit | undefined {
  const burst = operation.expect.find(({ burst }) => burst !== undefined)?.burst;
  if (burst === undefined) return undefined;
  const client = caller.names[0] ?? (caller.presented || request.client);
  const key = `${operation.key}\n${client}`;
  const known = state.windows.get(key);
  const isOpen = known !== undefined && request.nowMs - known.startMs < windowMs;
  const window = isOpen ? { ...known, count: known.count + 1 } : { startMs: request.nowMs, count: 1 };
  // Whoever makes up new credentials for each request must not fill the memory.
  if (state.windows.size >= maxWindows) state.windows.clear();
  state.windows.set(key, window);
  const limit = Math.max(burst - 1, 0);
  const endMs = window.startMs + windowMs;
  return {
    limit,
    remaining: Math.max(limit - window.count, 0),
    isExceeded: window.count > limit,
    retryAfter: Math.max(Math.ceil((endMs - request.nowMs) / 1000), 1),
    resetAt: Math.ceil(endMs / 1000),
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

/** 429 where the window is full. */
export function refuseExceeded(limit: Limit | undefined): Refusal | undefined {
  if (!limit?.isExceeded) return undefined;
  return {
    code: 429,
    reason: `more than ${limit.limit} requests in a second`,
    headers: { "Retry-After": String(limit.retryAfter) },
  };
}
