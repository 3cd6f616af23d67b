import type { Attempt } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { accountText } from "../common/account.ts";
import { failedChecks, kindOf, warningsOf, warningText } from "../common/checks.ts";
import { attemptText } from "../common/reasons.ts";
import { suiteName } from "../common/troubles.ts";
import { plain } from "../plain.ts";
import { element, type XmlElement } from "../xml.ts";
import { seconds, verdictOf } from "./counts.ts";
import { classNameOf, type NameOf } from "./names.ts";

export interface CaseContext {
  readonly suite: SuiteResult;
  readonly reasonOf: (one: CaseResult) => string | undefined;
  readonly nameOf: NameOf;
}

/** A case as a `testcase`. */
export function caseElement(one: CaseResult, { suite, reasonOf, nameOf }: CaseContext): XmlElement {
  const classname = classNameOf(suiteName(suite), one.endpoint);
  const head = { name: nameOf(one.title || one.id, classname), classname, time: seconds(one.durationMs) };
  const warnings = warningsOf(one).map((check) => `warning: ${plain(warningText(check))}`);
  const message = plain(reasonOf(one) ?? "");
  const children = [
    ...verdictElements(one, message),
    ...earlierElements(one),
    ...(warnings.length === 0 ? [] : [element("system-out", {}, [warnings.join("\n")])]),
  ];
  return element("testcase", head, inOrder(children));
}

function verdictElements(one: CaseResult, message: string): ReadonlyArray<XmlElement> {
  const last = one.attempts.at(-1);
  switch (verdictOf(one)) {
    case "passed":
      return [];
    case "skipped":
      return [element("skipped", { message })];
    case "failure":
      return [element("failure", { type: typeOf(last), message }, [accountText(one, last)])];
    case "error":
      return [element("error", { type: typeOf(last), message }, [accountText(one, last)])];
  }
}

/** Surefire's words for a test that was run again. Unlike there it is the last attempt that decides: it is the failure, where there is one. */
function earlierElements(one: CaseResult): ReadonlyArray<XmlElement> {
  const verdict = verdictOf(one);
  if (one.outcome !== "flaky" && verdict !== "failure" && verdict !== "error") return [];
  const prefix = one.outcome === "flaky" ? "flaky" : "rerun";
  return one.attempts.slice(0, -1).flatMap((attempt) => {
    if (attempt.status === "passed" && failedChecks(attempt).length === 0) return [];
    const name = `${prefix}${attempt.status === "errored" ? "Error" : "Failure"}`;
    const message = plain(attemptText(one, attempt));
    return [
      element(name, { message, type: typeOf(attempt) }, [element("stackTrace", {}, [accountText(one, attempt)])]),
    ];
  });
}

/** The rule that is broken, or the code of the error. */
function typeOf(attempt: Attempt | undefined): string {
  const [check] = failedChecks(attempt);
  if (check !== undefined) return plain(kindOf(check));
  return plain(attempt?.error?.rule ?? attempt?.error?.code ?? "unknown");
}

/** Surefire's schema wants them in this order. */
const order = [
  "failure",
  "rerunFailure",
  "flakyFailure",
  "skipped",
  "error",
  "rerunError",
  "flakyError",
  "system-out",
] as const;

function inOrder(children: ReadonlyArray<XmlElement>): ReadonlyArray<XmlElement> {
  return order.flatMap((name) => children.filter((child) => child.name === name));
}
