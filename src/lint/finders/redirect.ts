import type { redirectLints } from "../../http/lints/redirect.ts";
import { ruleLevel } from "../../plan/rule-level.ts";
import { denies, isOnly, names, wordsOf } from "../declared.ts";
import { answersThat } from "../each.ts";
import type { Answer, Finder } from "../finding.ts";

const redirects = [301, 302, 303, 307, 308];

/** Redirects that do not say what is meant. */
export const redirectFinders: Readonly<Record<keyof typeof redirectLints, Finder>> = {
  "lint-302-for-permanent": answersThat(
    (answer) => isOnly(answer.expectation.codes, 302, 303, 307) && says(answer, /\bpermanently\b|\bfor good\b/),
  ),
  "lint-301-for-temporary": answersThat(
    (answer) => isOnly(answer.expectation.codes, 301, 308) && says(answer, /\btemporar(?:y|ily)\b|\bfor now\b/),
  ),
  "lint-301-302-on-unsafe-method": answersThat(
    ({ expectation, request }) =>
      ["POST", "PUT", "PATCH", "DELETE"].includes(request.method) && isOnly(expectation.codes, 301, 302),
  ),
  "lint-3xx-without-location": answersThat(({ expectation, endpoint }, { manifest }) => {
    if (!isOnly(expectation.codes, ...redirects) || !denies(expectation, "Location")) return false;
    return ruleLevel("3xx-location-present", { manifest, rules: endpoint?.rules ?? {} }) === "error";
  }),
  "lint-redirects-discouraged": answersThat(({ expectation }) => names(expectation, ...redirects)),
  "lint-304-on-unsafe": answersThat(
    ({ expectation, request }) =>
      !["GET", "HEAD"].includes(expectation.when?.method ?? request.method) && isOnly(expectation.codes, 304),
  ),
};

/** Whether the summary, a tag or the entry's name says so. */
function says({ expectation, request, endpoint }: Answer, pattern: RegExp): boolean {
  return pattern.test(`${wordsOf(endpoint ?? request)} ${expectation.name ?? ""}`.toLowerCase());
}
