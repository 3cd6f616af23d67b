import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";
import { classOf, type StatusClass, statusClasses } from "./status-class.ts";

/** A class that came, with its share of all requests. */
export type ClassShare = { readonly class: StatusClass } & Share;

/** `met-class-distribution`: the classes that came, in their order; null where nothing was sent. */
export function classDistribution({ replies, unanswered }: Sample): ReadonlyArray<ClassShare> | null {
  const came = [
    ...replies.map(({ response }) => classOf(response.status)),
    ...unanswered.map((): StatusClass => "no-response"),
  ];
  if (came.length === 0) return null;
  return statusClasses.flatMap((name) => {
    const share = shareOf(came.filter((each) => each === name).length, came.length);
    return share === null || share.count === 0 ? [] : [{ class: name, ...share }];
  });
}
