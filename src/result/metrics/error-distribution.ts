import { groupBy } from "../group-by.ts";
import { type Sample, totalOf } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** The errors of a run: each list adds up to all of them. */
export interface ErrorDistribution {
  readonly codes: ReadonlyArray<{ readonly code: number } & Share>;
  readonly endpoints: ReadonlyArray<{ readonly endpoint: string; readonly code: number } & Share>;
}

/** `met-error-distribution`: the commonest first; null where there is no error. */
export function errorDistribution({ endpoints }: Sample): ErrorDistribution | null {
  const errors = endpoints.flatMap(({ endpoint, replies }) => {
    const own = [...replies.values()].filter(({ status }) => status >= 400);
    return own.map(({ status, count }) => ({ endpoint, code: status, count }));
  });
  const all = totalOf(errors);
  if (all === 0) return null;
  const byCode = groupBy(errors, ({ code }) => code);
  const byEndpoint = groupBy(errors, ({ endpoint, code }) => JSON.stringify([endpoint, code]));
  return {
    codes: counted(byCode.values(), all).map(({ endpoint: _, ...row }) => row),
    endpoints: counted(byEndpoint.values(), all),
  };
}

interface ErrorCount {
  readonly endpoint: string;
  readonly code: number;
  readonly count: number;
}

/** Where two are as frequent, the lower code comes first; then the order of the plan. */
function counted(groups: Iterable<ReadonlyArray<ErrorCount>>, all: number): ReadonlyArray<ErrorCount & Share> {
  const rows = [...groups].flatMap((group) => {
    const [first] = group;
    const share = shareOf(totalOf(group), all);
    return first && share ? [{ ...first, ...share }] : [];
  });
  return rows.sort((a, b) => b.count - a.count || a.code - b.code);
}
