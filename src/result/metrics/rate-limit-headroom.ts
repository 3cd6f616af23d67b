import type { ReceivedResponse } from "../model.ts";
import { ascending, percentile } from "./percentile.ts";
import type { Sample } from "./sample.ts";

/** What was left of the limit, 0 to 1. */
export interface Headroom {
  /** The responses that say it. */
  readonly count: number;
  readonly min: number;
  readonly p10: number;
}

/** The common prefixes of `-Remaining` and `-Limit`; the first pair that is there counts. */
const prefixes = ["x-ratelimit", "x-rate-limit", "ratelimit"];

/** `met-429-headroom`: null where no response has the headers. */
export function rateLimitHeadroom({ replies }: Sample): Headroom | null {
  const parts = ascending(replies.flatMap(({ response }) => partLeft(response)));
  const [min] = parts;
  const p10 = percentile(parts, 10);
  return min === undefined || p10 === null ? null : { count: parts.length, min, p10 };
}

function partLeft(response: ReceivedResponse): ReadonlyArray<number> {
  for (const prefix of prefixes) {
    const remaining = numberIn(response, `${prefix}-remaining`);
    const limit = numberIn(response, `${prefix}-limit`);
    if (remaining !== undefined && limit !== undefined && limit > 0) return [remaining / limit];
  }
  return [];
}

/** Only whole numbers; `100, 100;w=60` is a limit with its policies (draft-ietf-httpapi-ratelimit-headers-03). */
function numberIn({ headers }: ReceivedResponse, name: string): number | undefined {
  const value = headers.find((header) => header.name.toLowerCase() === name)?.value;
  const [, digits] = /^\s*(\d{1,15})\s*(?:[,;].*)?$/.exec(value ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}
