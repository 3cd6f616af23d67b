import { repliesOf, type Sample, totalOf, unansweredOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";
import { classOf, type StatusClass, statusClasses } from "./status-class.ts";

/** A class that came, with its share of all requests. */
export type ClassShare = { readonly class: StatusClass } & Share;

/** `met-class-distribution`: the classes that came, in their order; null where nothing was sent. */
export function classDistribution(sample: Sample): ReadonlyArray<ClassShare> | null {
  const replies = repliesOf(sample);
  const unanswered = unansweredOf(sample);
  const all = totalOf(replies) + unanswered;
  if (all === 0) return null;
  return statusClasses.flatMap((name) => {
    const own = totalOf(replies.filter(({ status }) => classOf(status) === name));
    const share = shareOf(name === "no-response" ? unanswered : own, all);
    return share === null || share.count === 0 ? [] : [{ class: name, ...share }];
  });
}
