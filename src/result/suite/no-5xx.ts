import { isStatusRule } from "../../http/status-rule.ts";
import type { CaseRun } from "../model.ts";
import { answerOf, idsOf, type SuiteRule } from "./material.ts";

/** `suite-5xx-zero`: a server error that nobody asked for, in a case that is not red. */
export const no5xx: SuiteRule = ({ run, outcomes }) => {
  const unclear = run.cases.filter((one) => outcomes.get(one.id) === "inconclusive" && !wasExpected(one));
  const found = unclear.flatMap(answerOf).filter(({ response }) => response.status >= 500);
  if (found.length === 0) return undefined;
  const codes = [...new Set(found.map(({ response }) => response.status))].sort((a, b) => a - b).join(", ");
  return { message: `${codes} in cases that prove nothing else`, cases: idsOf(found) };
};

function wasExpected({ attempts }: CaseRun): boolean {
  const status = attempts.at(-1)?.checks.filter(({ rule }) => isStatusRule(rule)) ?? [];
  return status.length > 0 && status.every(({ passed }) => passed);
}
