import { groupBy } from "../group-by.ts";
import { fits, patternsOf } from "./expected-codes.ts";
import { isOfEndpoint, type Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** Which of the declared codes came. */
export interface StatusCoverage {
  readonly observed: Share | null;
  /** Those that did not; `400|422` is one, and either is enough. */
  readonly missing: ReadonlyArray<{ readonly endpoint: string; readonly code: string }>;
}

/** `met-coverage-status`: whichever case of the endpoint saw it. */
export function statusCoverage({ run, replies }: Sample): StatusCoverage {
  const came = groupBy(replies.filter(isOfEndpoint), ({ one }) => one.endpoint);
  const cases = run.cases.filter((one) => one.origin === "declared" && patternsOf(one).length > 0);
  const declared = groupBy(cases, (one) => JSON.stringify([one.endpoint, patternsOf(one)]));
  const missing = [...declared.values()].flatMap(([one]) => {
    if (one === undefined) return [];
    const patterns = patternsOf(one);
    const isSeen = came.get(one.endpoint)?.some(({ response }) => fits(response.status, patterns)) ?? false;
    return isSeen ? [] : [{ endpoint: one.endpoint, code: patterns.join("|") }];
  });
  return { observed: shareOf(declared.size - missing.length, declared.size), missing };
}
