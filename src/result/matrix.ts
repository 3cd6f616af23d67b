import type { CaseRun, MatrixCell, Outcome, Run } from "./model.ts";
import { outcomes } from "./outcome.ts";

type State = MatrixCell["state"];

/** When several cases meet in a cell, the first of these wins. */
const precedence = [
  "failed",
  "errored",
  "inconclusive",
  "unproven",
  "skipped",
  "proven",
  "implied",
] as const satisfies ReadonlyArray<State>;

/** Endpoint x status code: rows in plan order, codes ascending within a row. */
export function matrix(
  run: Pick<Run, "cases">,
  became: ReadonlyMap<string, Outcome> = outcomes(run.cases),
): ReadonlyArray<MatrixCell> {
  const observed = observedByPattern(run.cases);
  const rows = new Map<string, Map<string, State>>();
  for (const one of run.cases) {
    const state = stateOf(one, became.get(one.id) ?? "errored");
    const row = rows.get(one.endpoint) ?? new Map<string, State>();
    rows.set(one.endpoint, row);
    if (!state) continue;
    for (const code of codesOf(one, observed)) row.set(code, worse(state, row.get(code)));
  }
  for (const one of run.cases) if (one.origin === "declared") noteUnseen(one, rows.get(one.endpoint));
  return [...rows].flatMap(([endpoint, row]) =>
    [...row].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, state]) => ({ endpoint, code, state })),
  );
}

/** A case may pass with another code that is right as well; the declared one is not proven by that. */
function noteUnseen(one: CaseRun, row: Map<string, State> | undefined): void {
  const patterns = patternsOf(one);
  const isSeen = [...(row?.keys() ?? [])].some((code) => patterns.includes(code) || patterns.includes(`${code[0]}xx`));
  if (!isSeen) for (const pattern of patterns) row?.set(pattern, "unproven");
}

/** Nothing for a supporting case, unless it failed: it asks for no code of its own. */
function stateOf(one: CaseRun, outcome: Outcome): State | undefined {
  if (one.origin === "support") return outcome === "failed" ? "failed" : undefined;
  if (outcome !== "passed" && outcome !== "flaky") return outcome;
  return one.origin === "implied" ? "implied" : "proven";
}

/** The code that came, where it is one of the expected; else what the same pattern gave elsewhere; else each expected code. */
function codesOf(one: CaseRun, observed: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<string> {
  const own = observedCode(one);
  if (own !== undefined) return [own];
  const came = one.attempts.at(-1)?.response?.status;
  // No code was declared: the one that came is all there is to show.
  if (patternsOf(one).length === 0) return came === undefined ? [] : [String(came)];
  // Where nearly every code is right, the one that came is what is wrong: no other code has failed.
  if (isOpen(one) && came !== undefined) return [String(came)];
  return [...(observed.get(patternKey(one)) ?? patternsOf(one))];
}

/** `400|422` that gave 400 once is a 400: the other code is no hole in the matrix. */
function observedByPattern(cases: ReadonlyArray<CaseRun>): ReadonlyMap<string, ReadonlySet<string>> {
  const observed = new Map<string, Set<string>>();
  for (const one of cases) {
    const code = observedCode(one);
    if (code === undefined || one.origin === "support") continue;
    const key = patternKey(one);
    observed.set(key, (observed.get(key) ?? new Set()).add(code));
  }
  return observed;
}

function observedCode(one: CaseRun): string | undefined {
  const last = one.attempts.at(-1);
  if (!last?.response || last.status === "errored") return undefined;
  const code = String(last.response.status);
  const isExpected = patternsOf(one).some((pattern) => pattern === code || pattern === `${code[0]}xx`);
  return isExpected || last.status === "passed" ? code : undefined;
}

function isOpen(one: CaseRun): boolean {
  return patternsOf(one).filter((pattern) => pattern.endsWith("xx")).length > 1;
}

function patternsOf(one: CaseRun): ReadonlyArray<string> {
  return one.expected.flatMap((pattern) => pattern.split("|")).map((pattern) => pattern.trim().toLowerCase());
}

function patternKey(one: CaseRun): string {
  return JSON.stringify([one.endpoint, patternsOf(one)]);
}

function worse(state: State, other: State | undefined): State {
  return precedence.find((each) => each === state || each === other) ?? state;
}
