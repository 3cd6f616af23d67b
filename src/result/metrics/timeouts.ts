import { repliesOf, type Sample, totalOf, unansweredOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** `met-timeouts`: of all requests, with or without an answer. */
export function timeouts(sample: Sample): Share | null {
  const late = sample.endpoints.reduce((total, { unanswered }) => total + unanswered.late, 0);
  return shareOf(late, totalOf(repliesOf(sample)) + unansweredOf(sample));
}
