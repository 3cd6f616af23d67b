import { groupBy } from "../group-by.ts";
import { type CodeRate, codeRate } from "./code-rate.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** How often 429 came, and where. */
export interface RateLimitRate extends CodeRate {
  /** Those that gave one, in plan order; of their own responses. */
  readonly endpoints: ReadonlyArray<{ readonly endpoint: string } & Share>;
}

/** `met-429-rate`. */
export function rateLimitRate(sample: Sample): RateLimitRate {
  const byEndpoint = groupBy(sample.replies, ({ one }) => one.endpoint);
  const endpoints = [...byEndpoint].flatMap(([endpoint, replies]) => {
    const limited = replies.filter(({ response }) => response.status === 429);
    const share = shareOf(limited.length, replies.length);
    return share === null || share.count === 0 ? [] : [{ endpoint, ...share }];
  });
  return { ...codeRate(sample, (code) => code === 429), endpoints };
}
