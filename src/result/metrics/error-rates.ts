import { type CodeRate, codeRate } from "./code-rate.ts";
import type { Reply, Sample } from "./sample.ts";
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
export function invalidInputShare({ replies }: Sample): CodeRate {
  const errors = replies.filter(({ response }) => response.status >= 400);
  const unexpected = errors.filter(({ isExpected }) => !isExpected);
  return { all: invalidAmong(errors), unexpected: invalidAmong(unexpected) };
}

function invalidAmong(errors: ReadonlyArray<Reply>): Share | null {
  const invalid = errors.filter(({ response: { status } }) => status === 400 || status === 422);
  return shareOf(invalid.length, errors.length);
}
