import { methods } from "../../http/methods.ts";
import type { Case, Group } from "../../plan/model.ts";
import { writtenVariables } from "./state.ts";

/** Parts of a group have so many cases, at most. */
const partSize = 20;
/** Fewer than that are not worth a part of their own. */
const leastSize = 8;

/**
 * The cases of a group in parts that can run at the same time: one with all that depends on what others did, in order, and others
 * with negatives that need no state, so that one big resource does not hold the run up.
 */
export function splitGroup(group: Group): ReadonlyArray<ReadonlyArray<Case>> {
  if (group.kind !== "resource") return [group.cases];
  const written = writtenVariables(group);
  const isLookedAt = group.cases.some(looksForTraces);
  const apart = group.cases.filter(
    (one) => isRefusedAnyway(one) && needsNoState(one, written) && (!isLookedAt || isSafe(one)),
  );
  const rest = group.cases.filter((one) => !apart.includes(one));
  if (apart.length < leastSize || !rest.some(({ request }) => request)) return [group.cases];
  const count = Math.ceil(apart.length / partSize);
  const parts = Array.from({ length: count }, (_, at) => apart.filter((_one, index) => index % count === at));
  return [rest, ...parts];
}

/** Codes that say what is wrong with a request, whatever there is on the server: 404, 409, 410, 412, 416 and 429 are none. */
const anyStateCodes: ReadonlySet<number> = new Set([400, 401, 403, 405, 406, 411, 413, 414, 415, 422, 428, 431]);

function isRefusedAnyway({ expected, also }: Case): boolean {
  return expected.classes.length === 0 && [...expected.codes, ...also].every((code) => anyStateCodes.has(code));
}

/** Things that were created are left behind, and reads tell whether what was refused has changed any. */
function looksForTraces({ leftovers, checks }: Case): boolean {
  return leftovers !== undefined || checks.some(({ rule }) => rule.startsWith("failed-"));
}

/** Whether it can be sent at any time, and is missed by nobody. */
function needsNoState({ request, origin, before, tests, checks, ...one }: Case, written: Written): boolean {
  if (request === undefined || origin === "support" || one.isControl || tests !== undefined) return false;
  if (one.sent !== undefined || (one.notes ?? []).length > 0 || request.hasCookieJar) return false;
  if (before !== undefined && before.kind !== "fill" && before.kind !== "headers") return false;
  const text = JSON.stringify([request, checks.map(({ view }) => view)]);
  return ![...written].some((name) => text.includes(name));
}

type Written = ReturnType<typeof writtenVariables>;

function isSafe({ method }: Case): boolean {
  return methods[method as keyof typeof methods]?.isSafe ?? false;
}
