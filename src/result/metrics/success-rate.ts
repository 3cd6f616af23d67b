import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-success-rate`. */
export function successRate({ replies }: Sample): Share | null {
  const successes = replies.filter(({ response: { status } }) => status >= 200 && status < 300);
  return shareOf(successes.length, replies.length);
}

/** `met-success-rate-adjusted`: a refusal that was asked for is a success. */
export function adjustedSuccessRate({ replies }: Sample): Share | null {
  return shareOf(replies.filter(({ isExpected }) => isExpected).length, replies.length);
}
