import { blames } from "../../result/blame.ts";
import type { Attempt } from "../../result/model.ts";
import { caseRun } from "../case-run.ts";
import type { Job } from "../dispatch/job.ts";
import { isOnlySlow, retryReason } from "../retry.ts";
import type { Book } from "./book.ts";

/**
 * Makes room for another run of a job, with fresh data. What was wrong before anything was lost on the way stands, whatever the next
 * run says: a wrong answer is never retried away. What went wrong afterwards may come of what was lost, so that the next run
 * decides, and the case is flaky. What only shows that another case did not succeed is forgotten.
 */
export function retire(book: Book, { suite, group }: Job): void {
  const records = group.cases.map((one) => ({ one, record: book.recordOf(suite, one) }));
  const place = { file: "", line: 1, column: 1, length: 0 };
  const runs = records.map(({ one, record }) =>
    caseRun(one, { group, place, attempts: record.current ? [record.current] : [] }),
  );
  const blamed = blames(runs);
  const firstLost = records.findIndex(({ record }) => record.current && retryReason(record.current) !== undefined);
  for (const [index, { one, record }] of records.entries()) {
    const { current } = record;
    if (record.isFinal || current === undefined) continue;
    if (current.status === "failed" && index < firstLost) {
      record.isFinal = true;
      continue;
    }
    const isLost = retryReason(current) !== undefined;
    if (isLost || (isWorthKeeping(current) && !blamed.has(one.id))) record.past = [...record.past, current];
    else record.previous = current;
    record.current = undefined;
    record.surplus = undefined;
  }
}

/** An attempt that told something: one that was never made did not, and a passed one will be made again. */
function isWorthKeeping({ status, error }: Attempt): boolean {
  return status !== "passed" && error?.code !== "NOT_RUN";
}

/** Makes room for the times of a run that has nothing beside it; whatever else was wrong stands. */
export function retireSlow(book: Book, { suite, group }: Job): void {
  for (const one of group.cases) {
    const record = book.recordOf(suite, one);
    if (record.isFinal || record.current === undefined) continue;
    if (record.current.status === "failed" && !isOnlySlow(record.current)) record.isFinal = true;
    else [record.previous, record.current, record.surplus] = [record.current, undefined, undefined];
  }
}
