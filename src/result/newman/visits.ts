import { type NewmanExecution, type NewmanFailure, newmanSchema } from "./schema.ts";

/** One time that Newman came to an item, as far as its report tells. */
export interface Visit {
  readonly itemId: string;
  readonly cursor: NewmanExecution["cursor"];
  /** Absent: nothing was sent, as `pm.execution.skipRequest` wants it; only what failed before is known. */
  readonly execution?: NewmanExecution;
  readonly failures: ReadonlyArray<NewmanFailure>;
}

/** What was visited, in order, and how much of it cannot be read. */
export interface Visits {
  readonly visits: ReadonlyArray<Visit>;
  readonly unread: number;
}

/** The visits of a report: several entries of one visit are the same entry, written again for each `pm.sendRequest`. */
export function findVisits(
  run: { readonly executions: ReadonlyArray<unknown>; readonly failures: ReadonlyArray<unknown> },
  onProblem: (problem: string) => void,
): Visits {
  const failures = failuresByVisit(run.failures, onProblem);
  const visits = new Map<string, Visit>();
  let unread = failures.unread;
  for (const [index, json] of run.executions.entries()) {
    const parsed = newmanSchema.execution.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      onProblem(`run.executions[${index}] cannot be read: ${issue?.path.join(".")}: ${issue?.message}`);
      unread += 1;
      continue;
    }
    const { cursor, item } = parsed.data;
    const ref = cursor.ref ?? `execution ${index}`;
    visits.set(ref, { itemId: item.id, cursor, execution: parsed.data, failures: failures.of.get(ref) ?? [] });
  }
  for (const [ref, own] of failures.of) {
    const [first] = own;
    if (visits.has(ref) || first?.source === undefined) continue;
    visits.set(ref, { itemId: first.source.id, cursor: first.cursor, failures: own });
  }
  return { visits: [...visits.values()], unread };
}

function failuresByVisit(json: ReadonlyArray<unknown>, onProblem: (problem: string) => void) {
  const of = new Map<string, NewmanFailure[]>();
  let unread = 0;
  for (const [index, one] of json.entries()) {
    const parsed = newmanSchema.failure.safeParse(one);
    if (!parsed.success) {
      onProblem(`run.failures[${index}] cannot be read`);
      unread += 1;
      continue;
    }
    const ref = parsed.data.cursor.ref ?? `failure ${index}`;
    const before = of.get(ref);
    if (before) before.push(parsed.data);
    else of.set(ref, [parsed.data]);
  }
  return { of, unread };
}
