import type { CheckRun } from "../../../result/model.ts";
import type { CaseResult } from "../../../result/result.ts";
import { plain } from "../../plain.ts";
import { codesOfCase } from "./codes-of-case.ts";
import type { WholeCase } from "./detail-pieces.ts";
import { lastFailed, nameOf } from "./last-checks.ts";

/** What a row of the list is drawn from, and found by. */
export interface CaseRow {
  /** Number of its suite. */
  readonly suite: number;
  readonly id: string;
  readonly title: string;
  readonly endpoint: string;
  readonly outcome: string;
  readonly origin: string;
  /** `422`, `400|422`. */
  readonly expected: string;
  /** The cells of the matrix it stands in, with `|` between. */
  readonly codes: string;
  readonly got: number | null;
  readonly ms: number | null;
  readonly attempts: number;
  readonly place: string;
  readonly why: string;
  readonly edge: string;
  readonly change: string;
  /** Id of the case to blame. */
  readonly because: string;
  /** Names of the rules that are broken, a line each. */
  readonly broken: string;
  readonly warnings: string;
  /** What came instead, in a few words. */
  readonly message: string;
  /** Why it was not sent, or that it is known. */
  readonly note: string;
  /** Number of the element that has the whole of it. */
  readonly whole: number | null;
}

/** Columns whose texts repeat: a row has their numbers in the list of texts. */
export const sharedColumns = [
  "endpoint",
  "outcome",
  "origin",
  "expected",
  "codes",
  "place",
  "why",
  "edge",
  "change",
  "because",
  "broken",
  "warnings",
  "message",
  "note",
] as const satisfies ReadonlyArray<keyof CaseRow>;

/** `whole`: where the page has the whole of it. */
export function caseRow(one: CaseResult, suite: number, whole: WholeCase | undefined): CaseRow {
  const last = one.attempts.at(-1);
  const { file, line, column } = one.manifest;
  return {
    suite,
    id: plain(one.id),
    title: plain(one.title),
    endpoint: plain(one.endpoint),
    outcome: one.outcome,
    origin: one.origin,
    expected: plain(one.expected.join("|")),
    codes: codesOfCase(one).join("|"),
    got: last?.response?.status ?? null,
    ms: last === undefined ? null : Math.round(one.durationMs),
    attempts: one.attempts.length,
    place: plain(`${file}:${line}:${column}`),
    why: plain(`${one.why} (${one.source})`),
    edge: plain(one.edge ?? ""),
    change: one.change ?? "",
    because: plain(one.because ?? ""),
    broken: namesOf(one, "error"),
    warnings: namesOf(one, "warning"),
    message: plain(whole?.message ?? last?.error?.message ?? ""),
    note: plain(noteOf(one)),
    whole: whole?.number ?? null,
  };
}

function namesOf(one: CaseResult, level: CheckRun["level"]): string {
  return lastFailed(one, level)
    .map((check) => plain(nameOf(check)))
    .join("\n");
}

function noteOf({ unproven, skipped, known, attempts, outcome }: CaseResult): string {
  if (known !== undefined) return `known until ${known.expires}: ${known.reason}`;
  if (unproven !== undefined && outcome === "unproven") return unproven;
  if (skipped !== undefined && outcome === "skipped") return `skipped: ${skipped}`;
  return attempts.length === 0 ? "it never reported" : "";
}
