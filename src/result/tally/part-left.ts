import type { ReceivedResponse } from "../model.ts";

/** The common prefixes of `-Remaining` and `-Limit`; the first pair that is there counts. */
const prefixes = ["x-ratelimit", "x-rate-limit", "ratelimit"];

/** Which part of the rate limit is left, 0 to 1, where the response says it. */
export function partLeft(response: ReceivedResponse): number | undefined {
  for (const prefix of prefixes) {
    const remaining = numberIn(response, `${prefix}-remaining`);
    const limit = numberIn(response, `${prefix}-limit`);
    if (remaining !== undefined && limit !== undefined && limit > 0) return remaining / limit;
  }
  return undefined;
}

/** Only whole numbers; `100, 100;w=60` is a limit with its policies (draft-ietf-httpapi-ratelimit-headers-03). */
function numberIn({ headers }: ReceivedResponse, name: string): number | undefined {
  const value = headers.find((header) => header.name.toLowerCase() === name)?.value;
  const [, digits] = /^\s*(\d{1,15})\s*(?:[,;].*)?$/.exec(value ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}
