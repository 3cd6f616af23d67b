import { isStatusRule } from "../http/status-rule.ts";
import type { Attempt } from "../result/model.ts";

/** Errors of the way to the server: they say nothing of its answer. */
const networkErrors =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;

/** Answers that ask to come again later. */
const laterCodes: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Why an attempt may be made again: `network` the server was not heard, `later` it asked for it (502, 503, 504: RFC 9110, 15.6),
 * `throttled` we were too fast for it (429: RFC 6585, 4). Any other answer stands, right or wrong.
 */
export type RetryReason = "network" | "later" | "throttled";

/** The reason to make an attempt again; undefined: there is none. */
export function retryReason({ status, error, response, checks }: Attempt): RetryReason | undefined {
  if (status === "passed") return undefined;
  if (status === "errored") return error && networkErrors.test(error.code) ? "network" : undefined;
  const broken = checks.filter(({ passed, level }) => !passed && level === "error");
  if (response === undefined)
    return broken.some(({ rule }) => rule === "wire-connection-reset") ? "network" : undefined;
  // Where the code was expected something else is wrong.
  if (!broken.some(({ rule }) => rule === undefined || isStatusRule(rule))) return undefined;
  if (response.status === 429) return "throttled";
  return laterCodes.has(response.status) ? "later" : undefined;
}

/**
 * Whether nothing is wrong but how long it took. While many lanes share a thread, an answer may have waited for us: it is asked
 * for once more, alone, and that time counts.
 */
export function isOnlySlow({ status, checks }: Attempt): boolean {
  const broken = checks.filter(({ passed, level }) => !passed && level === "error");
  return status === "failed" && broken.length > 0 && broken.every(({ rule }) => rule === "manifest-under");
}

/** How often an attempt is made again, at most. */
export function mostRetries(reason: RetryReason, retries: number): number {
  // It was our own haste: to come later is no favour to the server.
  return reason === "throttled" && retries > 0 ? Math.max(retries, 10) : retries;
}

const firstDelayMs = 250;
const longestDelayMs = 10_000;

/** Exponential back-off, with jitter so that lanes that failed together do not come back together. `random`: 0 to 1. */
export function backOffMs(tries: number, random: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
  return Math.round(full * (0.5 + random / 2));
}

const longestHoldMs = 60_000;

/** How long a 429 or 503 asks us to wait (RFC 9110, 10.2.3), a minute at most; undefined: it does not say. */
export function retryAfterMs({ response }: Attempt, nowMs: number): number | undefined {
  const value = response?.headers.find(({ name }) => name.toLowerCase() === "retry-after")?.value.trim();
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.min(longestHoldMs, Math.max(0, ms));
}
