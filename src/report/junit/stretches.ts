import type { CaseResult } from "../../result/result.ts";

/** Cases of one group that follow each other. */
export interface Stretch {
  readonly group: string;
  readonly cases: ReadonlyArray<CaseResult>;
}

/** The cases in plan order, cut where the group changes: a group that comes again is a stretch again, as cases are read only once. */
export function stretchesOf(outline: ReadonlyArray<CaseResult>): ReadonlyArray<Stretch> {
  const stretches: { readonly group: string; readonly cases: CaseResult[] }[] = [];
  for (const one of outline) {
    const last = stretches.at(-1);
    if (last?.group === one.group) last.cases.push(one);
    else stretches.push({ group: one.group, cases: [one] });
  }
  return stretches;
}
