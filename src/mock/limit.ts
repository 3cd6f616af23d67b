import type { Exchange } from "./exchange.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Refusal } from "./refusal.ts";
import type { RateWindow, State } from "./state.ts";

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
  const open = known !== undefined && request.nowMs < known.untilMs ? known : undefined;
  const count = (open?.count ?? 0) + 1;
  const limit = Math.max(burst - 1, 0);
  const isExceeded = count > limit;
  // Who was refused knows when to come back: refusing others meanwhile does not put it off.
  const untilMs = isExceeded && open ? open.untilMs : endAfter(request.nowMs);
  keepWindow(state.windows, key, { untilMs, count });
  return { limit, remaining: Math.max(limit - count, 0), isExceeded, ...endOf(untilMs, request.nowMs) };
}

/** Whoever makes up new credentials for each request must not fill the memory: the oldest window goes. */
function keepWindow(windows: State["windows"], key: string, window: RateWindow): void {
  windows.delete(key);
  const [oldest] = windows.keys();
  if (windows.size >= maxWindows && oldest !== undefined) windows.delete(oldest);
  windows.set(key, window);
}

/** Windows end with a whole second, so that X-RateLimit-Reset and Retry-After say the same, and it is true. */
function endAfter(nowMs: number): number {
  return Math.ceil((nowMs + pauseMs) / 1000) * 1000;
}

function endOf(untilMs: number, nowMs: number): Pick<Limit, "retryAfter" | "resetAt"> {
  return { retryAfter: Math.ceil((untilMs - nowMs) / 1000), resetAt: untilMs / 1000 };
}

/** What a client is told of its limit, in each answer. A 429 that nobody counted to comes of a limit that is spent. */
export function limitHeaders(
  limit: Limit | undefined,
  { code, nowMs }: { code: number | undefined; nowMs: number },
): Readonly<Record<string, string>> {
  const isRefused = code === 429;
  const spent = { limit: limit?.limit ?? 1, remaining: 0, ...endOf(endAfter(nowMs), nowMs) };
  const told = isRefused && !limit?.isExceeded ? spent : limit;
  if (!told) return {};
  return {
    "X-RateLimit-Limit": String(told.limit),
    "X-RateLimit-Remaining": String(told.remaining),
    "X-RateLimit-Reset": String(told.resetAt),
    ...(isRefused ? { "Retry-After": String(told.retryAfter) } : {}),
  };
}

/** 429 where the window is full. */
export function refuseExceeded(limit: Limit | undefined): Refusal | undefined {
  if (!limit?.isExceeded) return undefined;
  return { code: 429, reason: `more than ${limit.limit} requests without a pause of a second` };
}
