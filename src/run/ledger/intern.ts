import type { Attempt, CheckRun, HeaderLine } from "../../result/model.ts";
import { createPool } from "../../result/pool.ts";

/** Of a kind, so many are known by heart. */
const mostKnown = 20_000;

/**
 * Gives equal parts of attempts the same place in memory: most headers and most passed checks are the same in every response,
 * and a run has many.
 */
export function createIntern(): (attempt: Attempt) => Attempt {
  const headers = createPool<HeaderLine>(({ name, value }) => `${name}\n${value}`, mostKnown);
  const checks = createPool<CheckRun>((check) => JSON.stringify(check), mostKnown);
  // What has been here stays the same object: whoever is told of an attempt again knows it by its request.
  const interned = new WeakSet<object>();
  const part = <T extends { readonly headers: ReadonlyArray<HeaderLine> }>(own: T): T => {
    if (interned.has(own)) return own;
    const one = { ...own, headers: own.headers.map(headers) };
    interned.add(one);
    return one;
  };
  return (attempt) => ({
    ...attempt,
    ...(attempt.request && { request: part(attempt.request) }),
    ...(attempt.response && { response: part(attempt.response) }),
    checks: attempt.checks.map((check) => (check.passed ? checks(check) : check)),
  });
}
