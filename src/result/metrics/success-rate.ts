import { repliesOf, type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-success-rate`. */
export function successRate(sample: Sample): Share | null {
  const replies = repliesOf(sample);
  return shareOf(totalOf(replies.filter(({ status }) => status >= 200 && status < 300)), totalOf(replies));
}

/** `met-success-rate-adjusted`: a refusal that was asked for is a success. */
export function adjustedSuccessRate(sample: Sample): Share | null {
  const replies = repliesOf(sample);
  return shareOf(totalOf(replies.filter(({ isExpected }) => isExpected)), totalOf(replies));
}
