import type { CaseRun, Run } from "../result/model.ts";
import { outcomes } from "../result/outcome.ts";
import { suiteFindings } from "../result/suite/suite-findings.ts";
import type { Evidence } from "./model.ts";

/** What turned red in a run, a line for each rule. What only a whole run can break is left out of the part of one. */
export function evidenceOf(run: Run, { isWhole }: { readonly isWhole: boolean }): ReadonlyArray<Evidence> {
  const became = outcomes(run.cases);
  const isRed = ({ id }: CaseRun) => ["failed", "errored"].includes(became.get(id) ?? "");
  const red = run.cases.filter(isRed).flatMap((one) => brokenIn(one, "error"));
  return oncePerRule(isWhole ? [...red, ...findingsIn(run, "error")] : red);
}

/** What a run warned of, a line for each rule. */
export function warningsOf(run: Run): ReadonlyArray<Evidence> {
  const warned = run.cases.flatMap((one) => brokenIn(one, "warning"));
  return oncePerRule([...warned, ...findingsIn(run, "warning")]);
}

function brokenIn(one: CaseRun, level: "error" | "warning"): ReadonlyArray<Evidence> {
  const last = one.attempts.at(-1);
  const checks = (last?.checks ?? []).filter((check) => !check.passed && check.level === level);
  const broken = checks.map(({ rule, title, message = "" }) => ({ case: one.title, rule: rule ?? title, message }));
  if (last?.error === undefined || level === "warning") return broken;
  const { code, message, rule = code } = last.error;
  return [...broken, { case: one.title, rule, message }];
}

function findingsIn(run: Run, level: "error" | "warning"): ReadonlyArray<Evidence> {
  const titles = new Map(run.cases.map(({ id, title }) => [id, title]));
  return suiteFindings(run)
    .filter((finding) => finding.level === level)
    .map(({ rule, message, cases }) => ({ case: titles.get(cases[0] ?? "") ?? "the whole run", rule, message }));
}

function oncePerRule(all: ReadonlyArray<Evidence>): ReadonlyArray<Evidence> {
  const seen = new Map<string, Evidence>();
  for (const one of all) if (!seen.has(one.rule)) seen.set(one.rule, one);
  return [...seen.values()];
}
