import { fits } from "./expected-codes.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** Which of the declared codes came. */
export interface StatusCoverage {
  readonly observed: Share | null;
  /** Those that did not; `400|422` is one, and either is enough. */
  readonly missing: ReadonlyArray<{ readonly endpoint: string; readonly code: string }>;
}

/** `met-coverage-status`: whichever case of the endpoint saw it. */
export function statusCoverage({ endpoints }: Sample): StatusCoverage {
  const declared = endpoints.flatMap((one) => [...one.declared].map((json) => ({ one, patterns: patternsIn(json) })));
  const missing = declared.flatMap(({ one, patterns }) => {
    const own = [...one.replies.values()].filter(({ isOwn }) => isOwn);
    const isSeen = own.some(({ status }) => fits(status, patterns));
    return isSeen ? [] : [{ endpoint: one.endpoint, code: patterns.join("|") }];
  });
  return { observed: shareOf(declared.length - missing.length, declared.length), missing };
}

/** The patterns that a tally holds as JSON. */
export function patternsIn(json: string): ReadonlyArray<string> {
  return JSON.parse(json);
}
