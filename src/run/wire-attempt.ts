import { rules } from "../http/rules.ts";
import { isStatusRule } from "../http/status-rule.ts";
import type { Attempt, CheckRun } from "../result/model.ts";
import type { Execution, ObservedError, TransportFault } from "./execution.ts";
import type { Judged } from "./lane/batch.ts";
import type { Mask } from "./mask.ts";
import { ruleOfError, surplusRule, surplusWords, type WireRule, wireVerdict } from "./wire.ts";

/** How much is shown of bytes that belong to no response. */
const shownRest = 40;

type AttemptError = NonNullable<Attempt["error"]>;

const resets = /^(ECONNRESET|EPIPE|ECONNABORTED)$/;

/** The attempt that an error of the transport comes to, where it says what the server did; else the run broke, and nothing. */
export function wireAttempt(one: Judged, execution: Execution, mask: Mask): Attempt | undefined {
  const { fault, request, durationMs } = execution;
  if (fault === undefined) return undefined;
  const checks = wireChecks(one, cutFault(fault, mask), request?.method ?? one.method);
  if (checks === undefined) return undefined;
  return {
    status: checks.every(({ passed }) => passed) ? "passed" : "failed",
    durationMs,
    ...(request && { request: mask.request(request) }),
    checks: checks.map((check) =>
      check.message === undefined ? check : { ...check, message: mask.text(check.message) },
    ),
  };
}

/** Masked before it is cut: half a secret is not recognised. */
function cutFault({ rest, ...fault }: TransportFault, mask: Mask): TransportFault {
  return { ...fault, ...(rest !== undefined && { rest: mask.text(rest).slice(0, shownRest) }) };
}

function wireChecks(one: Judged, fault: TransportFault, method: string): ReadonlyArray<CheckRun> | undefined {
  const verdict = wireVerdict(fault, method);
  if (one.mayReset && resets.test(fault.code) && verdict.rule !== "wire-dns-tls") return closedChecks(one, fault);
  return verdict.kind === "errored" ? undefined : [wireCheck(verdict.rule, verdict.message)];
}

/** As if one of the expected codes had come: a server need not read all of what is too much (RFC 9112, 9.6). */
function closedChecks(one: Judged, { code }: TransportFault): ReadonlyArray<CheckRun> {
  const status = one.checks.find(({ rule }) => isStatusRule(rule));
  const message = `the server closed the connection (${code}): it need not read all of such a request`;
  return status === undefined
    ? []
    : [{ id: status.id, rule: status.rule, title: status.title, level: "error", passed: true, message }];
}

/** The rule of an error that says nothing of the server. */
export function ruleOfExecution({ error, fault }: Execution): WireRule | undefined {
  if (error === undefined) return undefined;
  return fault?.code === error.code ? wireVerdict(fault, "GET").rule : ruleOfError(error);
}

function wireCheck(rule: WireRule, message: string): CheckRun {
  return { id: rule, rule, title: rules[rule].title, level: "error", passed: false, message };
}

/** Why an attempt was errored, with the rule that says so, where there is one. */
export function namedError(error: ObservedError, rule: WireRule | undefined): AttemptError {
  return { code: error.code, message: error.message, ...(rule !== undefined && { rule }) };
}

/** The attempt with what came after its response, when nobody waited for anything any more. */
export function withSurplus(attempt: Attempt, bytes: string, mask: Mask): Attempt {
  const { request, response, checks } = attempt;
  if (!request || !response || attempt.status === "errored") return attempt;
  const rule = surplusRule(request.method, response.status);
  if (checks.some((check) => check.rule === rule)) return attempt;
  const check = wireCheck(rule, mask.text(surplusWords(bytes)));
  return { ...attempt, status: "failed", checks: [...checks, check] };
}
