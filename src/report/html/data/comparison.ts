import { statusLine } from "../../../http/statuses.ts";
import type { Attempt, CaseRun, CheckRun } from "../../../result/model.ts";
import { expectation } from "../../common/words.ts";
import { fieldComparisons } from "./field-comparison.ts";

/** What should have been there, and what was. */
export interface Comparison {
  /** Of which part: `$.title`, `status code`. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** How chai says it, and what of it is worth showing before the value. */
const phrases = [
  { phrase: /^to (?:deeply |strictly )?(?:equal|eql|be) /, word: "" },
  { phrase: /^to not (?:deeply )?(?:equal|eql) /, word: "not " },
  { phrase: /^to be one of /, word: "one of " },
  { phrase: /^to not be one of /, word: "none of " },
  { phrase: /^to be within /, word: "within " },
  { phrase: /^to be (?=an? )/, word: "" },
  { phrase: /^to be (?=below|above|at most|at least)/, word: "" },
  { phrase: /^to match /, word: "matches " },
  { phrase: /^to not match /, word: "does not match " },
  { phrase: /^to not include /, word: "without " },
  { phrase: /^to (?:include|contain) /, word: "with " },
  { phrase: /^to have (?=(?:a )?(?:property|length|members))/, word: "with " },
] as const;

/** The most specific first: `to be one of` is a `to be` as well. */
const byLength = phrases.toSorted((a, b) => b.phrase.source.length - a.phrase.source.length);

/** What a check that failed compared, as far as its words say it; `isAll`: they say nothing else. */
export interface Compared {
  readonly compared: ReadonlyArray<Comparison>;
  readonly isAll: boolean;
}

export function compare(check: CheckRun, one: CaseRun, attempt: Attempt): Compared {
  const { response } = attempt;
  if (check.rule === "status-expected" && response && one.expected.length > 0) {
    const compared = [{ what: "", expected: expectation(one.expected), actual: statusLine(response.status) }];
    return { compared, isAll: true };
  }
  const message = (check.message ?? "").slice(0, 20_000);
  const fields = fieldComparisons(message, attempt);
  if (fields.length > 0) return { compared: fields, isAll: fields.length === message.split("; ").length };
  const compared = chaiComparison(message);
  return { compared, isAll: compared.length > 0 };
}

function chaiComparison(message: string): ReadonlyArray<Comparison> {
  const status = /^expected response to have status (?:code|reason) (.+) but got (.+)$/s.exec(message);
  if (status) return [{ what: "", expected: status[1] ?? "", actual: status[2] ?? "" }];
  const parts =
    /^(?:(?<what>[^\n]{0,200}?): )?expected (?<actual>.+?) (?<rest>to (?:not |be |deeply |strictly |equal|eql|match|include|contain|have ).+)$/s;
  const { what = "", actual = "", rest = "" } = parts.exec(message)?.groups ?? {};
  const said = byLength.find(({ phrase }) => phrase.test(rest));
  return said ? [{ what, expected: `${said.word}${rest.replace(said.phrase, "")}`, actual }] : [];
}
