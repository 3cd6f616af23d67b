import type { ZodError } from "zod";
import { isRecord, parseJson } from "../json.ts";
import type { CaseRun } from "../model.ts";
import type { RunEnd, RunHeader } from "../ndjson.ts";
import { runSchema } from "../run-schema.ts";

/** The header of a run file, or what is wrong with it. */
export function readHeader(text: string): RunHeader | string {
  const json = parseJson(text);
  if (!isRecord(json) || json.format !== "newmanifest-run") return "this is not the header of a newmanifest run file";
  if (typeof json.version === "number" && json.version > 1) {
    return `the run file has version ${json.version}, and this newmanifest reads version 1: update newmanifest`;
  }
  const header = runSchema.header.safeParse(json);
  return header.success ? header.data : `the header is not valid: ${describe(header.error)}`;
}

/** What a case's line says of it before all of it is read. */
export interface CaseKey {
  readonly id: string;
  readonly seq: number;
  readonly suite?: string;
}

export type BodyLine =
  | { readonly kind: "case"; readonly key: CaseKey }
  | { readonly kind: "end"; readonly end: RunEnd }
  | { readonly kind: "problem"; readonly message: string };

/** How a case's line begins when it was written by us: the rest need not be read to know which case it is. */
const start = /^\{"seq":(\d{1,15}),"id":("(?:[^"\\]|\\.)*")(?:,"suite":("(?:[^"\\]|\\.)*"))?,"title":/;
const startBytes = 2000;

/** Which case a line is of, or what else it is. */
export function readBodyLine(bytes: Buffer): BodyLine {
  const begun = readStart(bytes.toString("utf8", 0, startBytes));
  if (begun !== undefined) return { kind: "case", key: begun };
  const json = parseJson(bytes.toString("utf8"));
  if (!isRecord(json)) return { kind: "problem", message: notAnObject };
  if (json.end === true) {
    const parsed = runSchema.end.safeParse(json);
    if (!parsed.success) return { kind: "problem", message: `the end is not valid: ${describe(parsed.error)}` };
    const { end: _, ...end } = parsed.data;
    return { kind: "end", end };
  }
  const parsed = runSchema.case.safeParse(json);
  if (!parsed.success) return { kind: "problem", message: `the case is not valid: ${describe(parsed.error)}` };
  return { kind: "case", key: parsed.data };
}

/** undefined: it does not begin like one of ours, and all of it must be read. */
function readStart(text: string): CaseKey | undefined {
  const [, seq, ...quoted] = start.exec(text) ?? [];
  // Whoever broke the line may have broken what is between the quotes.
  const [id, suite] = quoted.map((each) => (each === undefined ? undefined : parseJson(each)));
  if (typeof id !== "string") return undefined;
  return { id, seq: Number(seq), ...(typeof suite === "string" && { suite }) };
}

const notAnObject = "this line is not a JSON object";

/** The case of a line, or what is wrong with it. */
export function readCase(text: string): CaseRun | string {
  const json = parseJson(text);
  if (!isRecord(json)) return notAnObject;
  const parsed = runSchema.case.safeParse(json);
  if (!parsed.success) return `the case is not valid: ${describe(parsed.error)}`;
  const { seq: _, ...caseRun } = parsed.data;
  return caseRun;
}

function describe(error: ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join(".")}: ${issue.message}` : error.message;
}
