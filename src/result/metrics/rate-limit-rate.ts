import { type CodeRate, codeRate } from "./code-rate.ts";
import { repliesOf, type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** How often 429 came, where, and what came of it. */
export interface RateLimitRate extends CodeRate {
  /** Those that gave one, in plan order; of their own responses. */
  readonly endpoints: ReadonlyArray<{ readonly endpoint: string } & Share>;
  /** Of the 429: those that said when to come again. Null where there are none. */
  readonly retryAfter: Share | null;
  /** Of the 429: those that another answer followed, when the case was sent again. */
  readonly recovered: Share | null;
}

/** `met-429-rate`. */
export function rateLimitRate(sample: Sample): RateLimitRate {
  const isLimited = (code: number) => code === 429;
  const endpoints = sample.endpoints.flatMap((one) => {
    const replies = repliesOf({ endpoints: [one] });
    const share = shareOf(totalOf(replies.filter(({ status }) => isLimited(status))), totalOf(replies));
    return share === null || share.count === 0 ? [] : [{ endpoint: one.endpoint, ...share }];
  });
  const limited = totalOf(endpoints);
  const sum = (key: "retryAfter" | "recovered") => sample.endpoints.reduce((all, { limits }) => all + limits[key], 0);
  return {
    ...codeRate(sample, isLimited),
    endpoints,
    retryAfter: shareOf(sum("retryAfter"), limited),
    recovered: shareOf(sum("recovered"), limited),
  };
}
