import type { ZodError } from "zod";
import type { CaseRun, Run } from "./model.ts";
import type { RunEnd, RunHeader } from "./ndjson.ts";
import { runSchema } from "./run-schema.ts";

/** What is wrong with a line of a run file. */
export interface RunFileProblem {
  readonly line: number;
  readonly message: string;
}

/** What a run file holds. Without a readable header there is no run. */
export interface ParsedRunFile {
  readonly run?: Run;
  readonly problems: ReadonlyArray<RunFileProblem>;
}

/** Reads a run file, also one that was cut anywhere: such a run is `broken` and has the cases that were written. */
export function parseRunFile(text: string): ParsedRunFile {
  const [first = "", ...rest] = text.replace(/^\uFEFF/, "").split("\n");
  const header = parseHeader(first);
  if (typeof header === "string") return { problems: [{ line: 1, message: header }] };
  const { cases, end, problems } = parseBody(rest);
  const { cases: planned, ...head } = header;
  const ordered = [...cases].sort(([a], [b]) => a - b).map(([, each]) => each);
  const isWhole = end !== undefined && ordered.length >= planned;
  const broken = end?.broken ?? (isWhole ? undefined : `the run file has ${ordered.length} of ${planned} cases`);
  const run: Run = {
    ...head,
    lanes: end?.lanes ?? head.lanes,
    durationMs: end?.durationMs ?? estimateDurationMs(ordered, head.lanes),
    ...(broken === undefined ? {} : { broken }),
    cases: ordered,
  };
  return { run, problems };
}

/** The header, or what is wrong with it. */
function parseHeader(text: string): RunHeader | string {
  const json = parseJson(text);
  if (!isObject(json) || json.format !== "newmanifest-run") return "this is not the header of a newmanifest run file";
  if (typeof json.version === "number" && json.version > 1) {
    return `the run file has version ${json.version}, and this newmanifest reads version 1: update newmanifest`;
  }
  const header = runSchema.header.safeParse(json);
  return header.success ? header.data : `the header is not valid: ${describe(header.error)}`;
}

interface RunFileBody {
  readonly cases: ReadonlyMap<number, CaseRun>;
  readonly end: RunEnd | undefined;
  readonly problems: ReadonlyArray<RunFileProblem>;
}

function parseBody(lines: ReadonlyArray<string>): RunFileBody {
  const cases = new Map<number, CaseRun>();
  const seqs = new Map<string, number>();
  const problems: RunFileProblem[] = [];
  let end: RunEnd | undefined;
  for (const [index, text] of lines.entries()) {
    // What stands after the last line feed was being written when the run was killed.
    const isCut = index === lines.length - 1 && parseJson(text) === undefined;
    if (isCut || text.trim() === "") continue;
    const parsed = parseBodyLine(text);
    if (parsed.kind === "end") end = parsed.end;
    else if (parsed.kind === "problem") problems.push({ line: index + 2, message: parsed.message });
    else if ((seqs.get(parsed.caseRun.id) ?? parsed.seq) === parsed.seq) {
      // A later line of the same place is a run that was taken up again.
      cases.set(parsed.seq, parsed.caseRun);
      seqs.set(parsed.caseRun.id, parsed.seq);
    } else problems.push({ line: index + 2, message: `the case ${JSON.stringify(parsed.caseRun.id)} is there twice` });
  }
  return { cases, end, problems };
}

type BodyLine =
  | { readonly kind: "case"; readonly seq: number; readonly caseRun: CaseRun }
  | { readonly kind: "end"; readonly end: RunEnd }
  | { readonly kind: "problem"; readonly message: string };

function parseBodyLine(text: string): BodyLine {
  const json = parseJson(text);
  if (!isObject(json)) return { kind: "problem", message: "this line is not a JSON object" };
  if (json.end === true) {
    const parsed = runSchema.end.safeParse(json);
    if (!parsed.success) return { kind: "problem", message: `the end is not valid: ${describe(parsed.error)}` };
    const { end: _, ...end } = parsed.data;
    return { kind: "end", end };
  }
  const parsed = runSchema.case.safeParse(json);
  if (!parsed.success) return { kind: "problem", message: `the case is not valid: ${describe(parsed.error)}` };
  const { seq, ...caseRun } = parsed.data;
  return { kind: "case", seq, caseRun };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(error: ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join(".")}: ${issue.message}` : error.message;
}

/** A killed run did not say how long it took: its attempts, spread over its lanes. */
function estimateDurationMs(cases: ReadonlyArray<CaseRun>, lanes: number): number {
  const attempts = cases.flatMap((each) => each.attempts);
  const total = attempts.reduce((sum, attempt) => sum + attempt.durationMs, 0);
  return Math.round(total / Math.max(1, lanes));
}
