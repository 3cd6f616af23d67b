import { methods } from "../http/methods.ts";
import type { Case, Group, Plan } from "./model.ts";

export interface Selection {
  /** Cases whose id or title contains this (ignoring case), or matches it where it is written `/regex/`. */
  readonly grep?: RegExp;
  /** Cases of endpoints with one of these tags. Empty or absent: all. */
  readonly tags?: ReadonlyArray<string>;
  /** Leave out whatever asks for a change, and what depends on it. */
  readonly isReadOnly?: boolean;
  /** Cases that this holds for. Absent: all. */
  readonly only?: (one: Case) => boolean;
}

/** The part of a plan that is asked for, with all that it needs; what must not be sent stays in it as skipped. */
export function selectPlan(plan: Plan, { grep, tags = [], isReadOnly = false, only }: Selection): Plan {
  const isWanted = (one: Case) =>
    (grep === undefined || grep.test(one.id) || grep.test(one.title)) &&
    (tags.length === 0 || one.tags.some((tag) => tags.includes(tag))) &&
    (only === undefined || only(one));
  const all = plan.groups.flatMap(({ cases }) => cases);
  const isAll = grep === undefined && tags.length === 0 && only === undefined;
  const kept = isAll ? new Set(all.map(({ id }) => id)) : withNeeds(all, isWanted);
  const skipped = isReadOnly ? unsafeCases(all) : new Map<string, string>();
  const groups = plan.groups.map((group) => ({ ...group, cases: group.cases.filter(({ id }) => kept.has(id)) }));
  return { ...plan, groups: groups.filter(({ cases }) => cases.length > 0).map((group) => skipIn(group, skipped)) };
}

/** The wanted cases, what they need, and the clean-up of what those create; where the DELETE is wanted, that before it as well. */
function withNeeds(all: ReadonlyArray<Case>, isWanted: (one: Case) => boolean): ReadonlySet<string> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const kept = new Set<string>();
  const keep = (one: Case | undefined): void => {
    if (one === undefined || kept.has(one.id)) return;
    kept.add(one.id);
    for (const id of one.needs) keep(byId.get(id));
  };
  for (const one of all) if (one.origin !== "support" && isWanted(one)) keep(one);
  const lists = new Set([...kept].map((id) => byId.get(id)?.leftovers?.variable));
  for (const one of all) {
    const { before, needs } = one;
    const isOfDelete = before?.kind === "others" && needs.every((id) => kept.has(id));
    if ((isOfDelete || before?.kind === "cleanup") && lists.has(before.leftovers)) keep(one);
  }
  return kept;
}

function unsafeCases(all: ReadonlyArray<Case>): ReadonlyMap<string, string> {
  const skipped = new Map<string, string>();
  for (const one of all) {
    const method = one.request?.method;
    if (method !== undefined && !(methods[method as keyof typeof methods]?.isSafe ?? false)) {
      skipped.set(one.id, `read-only: ${method} asks for a change`);
    } else if (one.before?.kind === "burst") skipped.set(one.id, "read-only: a burst is load");
  }
  // What needs a skipped case goes with it; needs point to earlier cases or controls, so go on until nothing changes.
  for (let size = -1; size !== skipped.size; ) {
    size = skipped.size;
    for (const one of all) {
      const missing = one.needs.find((id) => skipped.has(id));
      if (missing !== undefined && !skipped.has(one.id)) skipped.set(one.id, `read-only: it needs ${missing}`);
    }
  }
  return skipped;
}

function skipIn(group: Group, skipped: ReadonlyMap<string, string>): Group {
  const cases = group.cases.map((one) => {
    const reason = one.unproven === undefined || one.request !== undefined ? skipped.get(one.id) : undefined;
    if (reason === undefined) return one;
    const { request: _, unproven: _unproven, ...rest } = one;
    return { ...rest, skipped: reason };
  });
  return { ...group, cases };
}
