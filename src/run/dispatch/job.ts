import type { Case, Group } from "../../plan/model.ts";
import type { Suite } from "../suite.ts";
import { splitGroup } from "./split-group.ts";

/** What runs in one go: a group, or a part of one that can run beside the rest of it. */
export interface Job {
  /** Of the suites that run. */
  readonly suite: number;
  /** With the cases of this job only. */
  readonly group: Group;
  /** The group that it is a part of: two parts of one are never in the same Newman run. */
  readonly whole: Group;
  /** How long it will take, in milliseconds, as far as that is known. */
  readonly knownMs: number;
  /** Requests of which it is not known. */
  readonly unknown: number;
  /** Requests that it sends. */
  readonly requests: number;
  /** Shares no Newman run with others. */
  readonly isApart: boolean;
  /** Runs when nothing else does. */
  readonly isAlone: boolean;
}

/** The jobs of a suite, in plan order; groups in which nothing is sent are none. */
export function jobsOf(
  suite: number,
  { plan }: Pick<Suite, "plan">,
  durations: ReadonlyMap<string, number>,
): ReadonlyArray<Job> {
  const sent = plan.groups.filter(({ cases }) => cases.some(isSent));
  return sent.flatMap((whole) =>
    splitGroup(whole).map((cases) => {
      const known = cases.filter(isSent).map(({ id }) => durations.get(id));
      return {
        suite,
        group: { ...whole, cases },
        whole,
        knownMs: known.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
        unknown: known.filter((ms) => ms === undefined).length,
        requests: known.length,
        // The cookies of a Newman run are those of all that it sends.
        isApart: whole.isApart === true || cases.some(({ request }) => request?.hasCookieJar),
        isAlone: whole.kind === "burst",
      };
    }),
  );
}

function isSent({ request }: Case): boolean {
  return request !== undefined;
}
