import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** How often a code or a range of codes comes. */
export interface CodeRate {
  readonly all: Share | null;
  /** Only those that no case asked for. */
  readonly unexpected: Share | null;
}

/** The responses whose code is such a one, of all responses. */
export function codeRate({ replies }: Sample, isCounted: (code: number) => boolean): CodeRate {
  const counted = replies.filter(({ response }) => isCounted(response.status));
  const unexpected = counted.filter(({ isExpected }) => !isExpected);
  return { all: shareOf(counted.length, replies.length), unexpected: shareOf(unexpected.length, replies.length) };
}
