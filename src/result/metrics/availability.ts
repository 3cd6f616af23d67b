import { repliesOf, type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-availability`: null where no health endpoint was asked. */
export function availability(sample: Sample): Share | null {
  const asked = repliesOf(sample).filter(({ isHealth }) => isHealth);
  const silent = sample.endpoints.reduce((total, { unanswered }) => total + unanswered.downHealth, 0);
  const up = asked.filter(({ status }) => status < 500);
  return shareOf(totalOf(up), totalOf(asked) + silent);
}
