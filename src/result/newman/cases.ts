import type { Attempt, CaseRun } from "../model.ts";
import type { Mask } from "../redact/mask.ts";
import { createUnique } from "../unique.ts";
import { attemptOf } from "./attempt.ts";
import { generatedCheck, userCheck } from "./check-names.ts";
import type { NewmanItem } from "./items.ts";
import type { Visit } from "./visits.ts";

interface CasesContext {
  readonly items: ReadonlyArray<NewmanItem>;
  readonly mask: Mask;
  readonly onProblem: (problem: string) => void;
}

/** More than that nobody sends with Newman: a report that counts so high is made up. */
const mostCases = 2_000_000;

/** A case for each item and iteration, with the attempt that counts. An iteration in which nothing was sent at all is not told of. */
export function newmanCases(visits: ReadonlyArray<Visit>, context: CasesContext): ReadonlyArray<CaseRun> {
  const { items } = context;
  const attempts = attemptsOf(visits, context);
  const unique = createUnique();
  for (const { head } of items) unique(head.id);
  return placesOf(visits, attempts, context).flatMap(({ index, iteration }) => {
    const item = items[index];
    const attempt = attempts.get(iteration)?.get(index);
    if (item === undefined || (attempt === undefined && item.generated?.isSentAtWill)) return [];
    const id = iteration === 0 ? item.head.id : unique(`${item.head.id} [iteration ${iteration + 1}]`);
    const title = item.generated ? item.head.title : id;
    return [caseOf({ ...item, head: { ...item.head, id, title } }, attempt)];
  });
}

/** Attempts by the iteration, and in it by the item's index. */
type Attempts = ReadonlyMap<number, ReadonlyMap<number, Attempt>>;

/** What there is a case for, in the order of a run. */
function placesOf(
  visits: ReadonlyArray<Visit>,
  attempts: Attempts,
  { items, onProblem }: CasesContext,
): ReadonlyArray<{ readonly index: number; readonly iteration: number }> {
  const iterations = attempts.size === 0 ? [0] : [...attempts.keys()].sort((a, b) => a - b);
  const isTooMany = iterations.length * items.length > mostCases;
  if (isTooMany) onProblem(`${iterations.length} iterations of ${items.length} items are too many to be true`);
  // With `--folder` nobody knows which of the items that were not sent were asked for.
  const isPart = isTooMany || visits.some(({ cursor: { length = items.length } }) => length !== items.length);
  const all = items.map((_, index) => index);
  return iterations.flatMap((iteration) => {
    const sent = [...(attempts.get(iteration)?.keys() ?? [])].sort((a, b) => a - b);
    return (isPart ? sent : all).map((index) => ({ index, iteration }));
  });
}

function attemptsOf(visits: ReadonlyArray<Visit>, { items, mask, onProblem }: CasesContext): Attempts {
  const indexOf = createIndex(items);
  const counts = new Map<number, Map<number, Attempt>>();
  for (const visit of visits) {
    const index = indexOf(visit);
    const item = index === undefined ? undefined : items[index];
    if (index === undefined || item === undefined) {
      onProblem(
        `something was sent for the item ${JSON.stringify(visit.itemId.slice(0, 80))}, which the collection has not`,
      );
      continue;
    }
    const attempt = attemptOf(visit, { mask, checkOf: item.generated ? generatedCheck : userCheck });
    const { iteration } = visit.cursor;
    const ofIteration = counts.get(iteration) ?? new Map<number, Attempt>();
    counts.set(iteration, ofIteration);
    const before = ofIteration.get(index);
    if (before === undefined || outweighs(attempt, before)) ofIteration.set(index, attempt);
  }
  return counts;
}

/** Of the times that an item is sent in one iteration, the one that counts: what went wrong, or else the last that asserted something. */
function outweighs(attempt: Attempt, before: Attempt): boolean {
  if (before.status !== "passed") return false;
  return attempt.status !== "passed" || attempt.checks.length > 0 || before.checks.length === 0;
}

/** Which item a visit is of: by its id; where several have that, by its place in the run, which is the collection's if all of it ran. */
function createIndex(items: ReadonlyArray<NewmanItem>): (visit: Visit) => number | undefined {
  const last = new Map(items.map(({ itemId }, index) => [itemId, index]));
  return ({ itemId, cursor: { position, length } }) => {
    const isAll = length === items.length && position !== undefined;
    return isAll && items[position]?.itemId === itemId ? position : last.get(itemId);
  };
}

function caseOf({ head, generated }: NewmanItem, attempt: Attempt | undefined): CaseRun {
  if (attempt === undefined) {
    const error = { code: "NOT_RUN", message: "Newman ended without running it", rule: "suite-not-run-zero" };
    if (generated) return { ...head, attempts: [{ status: "errored", durationMs: 0, error, checks: [] }] };
    return { ...head, skipped: "the collection's scripts went past it", attempts: [] };
  }
  const isProven = attempt.checks.length > 0 || attempt.status !== "passed";
  const unproven = "no pm.test ran: nothing was asserted about the response";
  return { ...head, ...(!isProven && { unproven }), attempts: [attempt] };
}
