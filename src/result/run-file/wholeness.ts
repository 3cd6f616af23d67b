import type { Run } from "../model.ts";
import type { RunIndex } from "./index-run.ts";

/** How a run ended, by what its file has of it. */
export function wholeness(
  { header, end }: Pick<RunIndex, "header" | "end">,
  found: { readonly cases: number; readonly attemptsMs: number },
): Pick<Run, "lanes" | "durationMs" | "broken"> {
  const isWhole = end !== undefined && found.cases >= header.cases;
  const broken = end?.broken ?? (isWhole ? undefined : `the run file has ${found.cases} of ${header.cases} cases`);
  return {
    lanes: end?.lanes ?? header.lanes,
    // A killed run did not say how long it took: its attempts, spread over its lanes.
    durationMs: end?.durationMs ?? Math.round(found.attemptsMs / Math.max(1, header.lanes)),
    ...(broken !== undefined && { broken }),
  };
}
