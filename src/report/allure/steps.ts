import type { Attempt, CheckRun } from "../../result/model.ts";
import { warningText } from "../common/checks.ts";

/** A step for each check; those of an errored attempt say nothing. All are made when the response is there, so they share its time. */
export function stepsOf({ status, checks }: Attempt, start: number, stop: number) {
  if (status === "errored") return [];
  return checks.map((check) => ({
    name: check.passed || check.level === "error" ? check.title : `warning: ${warningText(check)}`,
    status: stepStatus(check),
    ...(check.message !== undefined && { statusDetails: { message: check.message } }),
    stage: "finished",
    start,
    stop,
  }));
}

/** A warning fails nothing: Allure would count it as a failure that it does not explain. */
function stepStatus({ passed, level }: CheckRun): "passed" | "failed" | "skipped" {
  if (passed) return "passed";
  return level === "error" ? "failed" : "skipped";
}
