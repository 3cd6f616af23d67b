import type { ReplyCount } from "../tally/endpoint-tally.ts";
import { type CodeRate, codeRate } from "./code-rate.ts";
import { repliesOf, type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-500-rate`. */
export function internalErrorRate(sample: Sample): CodeRate {
  return codeRate(sample, (code) => code === 500);
}

/** `met-5xx-rate`. */
export function serverErrorRate(sample: Sample): CodeRate {
  return codeRate(sample, (code) => code >= 500);
}

/** `met-4xx-rate`. */
export function clientErrorRate(sample: Sample): CodeRate {
  return codeRate(sample, (code) => code >= 400 && code < 500);
}

/** `met-400-share`: of the errors, and of those that no case expects. Negative cases are sent to be refused. */
export function invalidInputShare(sample: Sample): CodeRate {
  const errors = repliesOf(sample).filter(({ status }) => status >= 400);
  const unexpected = errors.filter(({ isExpected }) => !isExpected);
  return { all: invalidAmong(errors), unexpected: invalidAmong(unexpected) };
}

function invalidAmong(errors: ReadonlyArray<ReplyCount>): Share | null {
  const invalid = errors.filter(({ status }) => status === 400 || status === 422);
  return shareOf(totalOf(invalid), totalOf(errors));
}
