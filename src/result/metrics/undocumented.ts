import { groupBy } from "../group-by.ts";
import { fits, patternsOf } from "./expected-codes.ts";
import { isOfEndpoint, type Sample } from "./sample.ts";

/** A code that an endpoint gives and does not declare. */
export interface Undocumented {
  readonly endpoint: string;
  readonly code: number;
  readonly count: number;
  /** How many of them no case asked for. */
  readonly unexpected: number;
}

/** `met-undocumented`: by endpoint in plan order, then by code. */
export function undocumented({ run, replies }: Sample): ReadonlyArray<Undocumented> {
  const declared = new Map<string, ReadonlyArray<string>>();
  for (const [endpoint, cases] of groupBy(run.cases, (one) => one.endpoint)) {
    declared.set(endpoint, cases.filter(({ origin }) => origin === "declared").flatMap(patternsOf));
  }
  const strange = replies.filter(
    (reply) =>
      isOfEndpoint(reply) &&
      patternsOf(reply.one).length > 0 &&
      !fits(reply.response.status, declared.get(reply.one.endpoint) ?? []),
  );
  return [...groupBy(strange, ({ one }) => one.endpoint)].flatMap(([endpoint, alike]) => {
    const byCode = [...groupBy(alike, ({ response }) => response.status)].sort(([a], [b]) => a - b);
    return byCode.map(([code, same]) => ({
      endpoint,
      code,
      count: same.length,
      unexpected: same.filter(({ isExpected }) => !isExpected).length,
    }));
  });
}
