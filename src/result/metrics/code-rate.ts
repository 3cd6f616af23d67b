import { repliesOf, type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** How often a code or a range of codes comes. */
export interface CodeRate {
  readonly all: Share | null;
  /** Only those that no case asked for. */
  readonly unexpected: Share | null;
}

/** The responses whose code is such a one, of all responses. */
export function codeRate(sample: Sample, isCounted: (code: number) => boolean): CodeRate {
  const replies = repliesOf(sample);
  const counted = replies.filter(({ status }) => isCounted(status));
  const unexpected = counted.filter(({ isExpected }) => !isExpected);
  const all = totalOf(replies);
  return { all: shareOf(totalOf(counted), all), unexpected: shareOf(totalOf(unexpected), all) };
}
