import { type Case, type Group, mayBeAbsent } from "../plan/model.ts";
import type { Attempt, CaseRun, Place } from "../result/model.ts";

interface CaseContext {
  readonly group: Group;
  /** Where there are several: its name. */
  readonly suite?: string | undefined;
  readonly place: Place;
  readonly attempts: ReadonlyArray<Attempt>;
}

/** A case of the plan and its attempts, as the run file has it. */
export function caseRun(one: Case, { group, suite, place, attempts }: CaseContext): CaseRun {
  const { id, title, endpoint, method, path, expected, origin, edge, why, source, needs } = one;
  const { spoiledBy, unproven, skipped } = one;
  return {
    id,
    ...(suite !== undefined && { suite }),
    title,
    group: group.name,
    endpoint,
    method,
    path,
    // A collection that nobody generated declares no codes.
    expected: expected.text === "" ? [] : [expected.text],
    origin,
    ...(edge !== undefined && { edge }),
    manifest: place,
    why,
    source,
    needs,
    ...(spoiledBy && { spoiledBy }),
    ...(unproven !== undefined && { unproven }),
    ...(skipped !== undefined && { skipped }),
    ...(mayBeAbsent(one) && { isOptional: true }),
    attempts,
  };
}
