import { isStatusRule } from "../http/status-rule.ts";
import type { Attempt, CaseRun } from "./model.ts";

/**
 * Case id -> id of the case to blame for it: the one at the root of the chain of `needs` that did not succeed. Only cases that
 * need an unsuccessful case, or are spoiled by another, are in it. A blamed id may be absent from the cases, where the run is cut short.
 */
export function blames(cases: ReadonlyArray<CaseRun>): ReadonlyMap<string, string> {
  const dependants = dependantsOf(cases);
  const unsuccessful = new Set(cases.filter((each) => !hasSucceeded(each)).map((each) => each.id));
  const known = new Set(cases.map((each) => each.id));
  for (const id of dependants.keys()) {
    if (!known.has(id)) unsuccessful.add(id);
  }
  const blamed = new Map<string, string>();
  const isBlamed = (id: string) => blamed.has(id);
  const roots = new Set<string>();
  // What fails only because of another is no root. A circle has no beginning: its first unsuccessful case is taken, in the second pass.
  const followers = reachable([...unsuccessful], dependants);
  for (const id of [...[...unsuccessful].filter((each) => !followers.has(each)), ...unsuccessful]) {
    if (isBlamed(id) || roots.has(id)) continue;
    roots.add(id);
    for (const follower of reachable([id], dependants)) {
      if (!isBlamed(follower) && !roots.has(follower)) blamed.set(follower, id);
    }
  }
  return blamed;
}

/** What a dependant relies on: the request was accepted and the values that others take from its response are there. */
function hasSucceeded(one: CaseRun): boolean {
  const last = one.attempts.at(-1);
  if (!last || last.status === "errored") return false;
  return hasPassedStatus(last) && last.checks.every((check) => check.passed || !check.rule?.startsWith("capture-"));
}

function hasPassedStatus(attempt: Attempt): boolean {
  const checks = attempt.checks.filter(({ rule }) => isStatusRule(rule));
  return checks.length > 0 && checks.every((check) => check.passed);
}

/** Accepted against what it expects, so that something is gone that others work on; or a read that sees, and says in red, that it is gone. */
function hasSpoiled(one: CaseRun, succeeded: ReadonlySet<string>): boolean {
  const last = one.attempts.at(-1);
  const loss = last?.checks.find(({ rule }) => rule === "delete-takes-one");
  // A read that cannot work in the first place sees nothing.
  if (loss) return !loss.passed && loss.level !== "warning" && one.needs.every((id) => succeeded.has(id));
  const status = last?.response?.status ?? 0;
  return last !== undefined && status >= 200 && status < 300 && !hasPassedStatus(last);
}

function dependantsOf(cases: ReadonlyArray<CaseRun>): ReadonlyMap<string, ReadonlyArray<string>> {
  const dependants = new Map<string, string[]>();
  const succeeded = new Set(cases.filter(hasSucceeded).map(({ id }) => id));
  const spoilers = new Set(cases.filter((one) => hasSpoiled(one, succeeded)).map(({ id }) => id));
  for (const { id, needs, spoiledBy = [] } of cases) {
    for (const needed of [...needs, ...spoiledBy.filter((spoiler) => spoilers.has(spoiler))]) {
      const ids = dependants.get(needed);
      if (ids) ids.push(id);
      else dependants.set(needed, [id]);
    }
  }
  return dependants;
}

/** All that depends on these, directly or not; a start is in it only where a chain leads back to a start. */
function reachable(starts: ReadonlyArray<string>, dependants: ReadonlyMap<string, ReadonlyArray<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const dependant of dependants.get(id) ?? []) {
      if (reached.has(dependant)) continue;
      reached.add(dependant);
      open.push(dependant);
    }
  }
  return reached;
}
