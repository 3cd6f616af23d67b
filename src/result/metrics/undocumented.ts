import { groupBy } from "../group-by.ts";
import { fits } from "./expected-codes.ts";
import { type Sample, totalOf } from "./sample.ts";
import { patternsIn } from "./status-coverage.ts";

/** A code that an endpoint gives and does not declare. */
export interface Undocumented {
  readonly endpoint: string;
  readonly code: number;
  readonly count: number;
  /** How many of them no case asked for. */
  readonly unexpected: number;
}

/** `met-undocumented`: by endpoint in plan order, then by code. */
export function undocumented({ endpoints }: Sample): ReadonlyArray<Undocumented> {
  return endpoints.flatMap(({ endpoint, declared, replies }) => {
    const known = [...declared].flatMap(patternsIn);
    const strange = [...replies.values()].filter(
      ({ status, isOwn, isDeclaring }) => isOwn && isDeclaring && !fits(status, known),
    );
    const byCode = [...groupBy(strange, ({ status }) => status)].sort(([a], [b]) => a - b);
    return byCode.map(([code, same]) => ({
      endpoint,
      code,
      count: totalOf(same),
      unexpected: totalOf(same.filter(({ isExpected }) => !isExpected)),
    }));
  });
}
