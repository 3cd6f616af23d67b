import type { rateLimitLints } from "../../http/lints/rate-limit.ts";
import type { Expectation } from "../../manifest/model.ts";
import { declares, denies, isOnly } from "../declared.ts";
import { answersThat, endpointsThat } from "../each.ts";
import type { Finder } from "../finding.ts";

/** Limits, and when to come back. */
export const rateLimitFinders: Readonly<Record<keyof typeof rateLimitLints, Finder>> = {
  "lint-ratelimit-without-429": endpointsThat(
    (endpoint) => endpoint.expect.some(wantsLimit) && !declares(endpoint, 429),
  ),
  "lint-429-without-headers": answersThat(
    ({ expectation }) =>
      isOnly(expectation.codes, 429) && denies(expectation, "Retry-After") && !wantsLimit(expectation),
  ),
  "lint-429-without-ratelimit": answersThat(
    ({ expectation, endpoint }) =>
      endpoint !== undefined &&
      isOnly(expectation.codes, 429) &&
      expectation.burst === undefined &&
      expectation.when === undefined,
  ),
  "lint-503-without-retry-after": answersThat(
    ({ expectation }) => isOnly(expectation.codes, 503) && denies(expectation, "Retry-After"),
  ),
};

/** X-RateLimit-Limit, RateLimit, RateLimit-Policy and their like. */
function wantsLimit({ response }: Expectation): boolean {
  return response.headers.some(({ kind, name }) => kind !== "absent" && /^(?:x-)?rate-?limit/i.test(name));
}
