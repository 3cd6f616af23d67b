import { groupBy } from "../group-by.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** The errors of a run: each list adds up to all of them. */
export interface ErrorDistribution {
  readonly codes: ReadonlyArray<{ readonly code: number } & Share>;
  readonly endpoints: ReadonlyArray<{ readonly endpoint: string; readonly code: number } & Share>;
}

/** `met-error-distribution`: the commonest first; null where there is no error. */
export function errorDistribution({ replies }: Sample): ErrorDistribution | null {
  const errors = replies
    .map(({ one, response }) => ({ endpoint: one.endpoint, code: response.status }))
    .filter(({ code }) => code >= 400);
  if (errors.length === 0) return null;
  const byCode = groupBy(errors, ({ code }) => code);
  const byEndpoint = groupBy(errors, ({ endpoint, code }) => JSON.stringify([endpoint, code]));
  return {
    codes: counted(byCode.values(), errors.length).map(({ endpoint: _, ...row }) => row),
    endpoints: counted(byEndpoint.values(), errors.length),
  };
}

interface ErrorReply {
  readonly endpoint: string;
  readonly code: number;
}

/** Where two are as frequent, the lower code comes first; then the order of the plan. */
function counted(groups: Iterable<ReadonlyArray<ErrorReply>>, all: number): ReadonlyArray<ErrorReply & Share> {
  const rows = [...groups].flatMap((group) => {
    const [first] = group;
    const share = shareOf(group.length, all);
    return first && share ? [{ ...first, ...share }] : [];
  });
  return rows.sort((a, b) => b.count - a.count || a.code - b.code);
}
