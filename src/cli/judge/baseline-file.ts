import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Baseline } from "../../result/baseline/model.ts";
import { parseBaseline } from "../../result/baseline/parse-baseline.ts";
import { dayAfter, encodeBaseline, firstBaseline, shrinkBaseline } from "../../result/baseline/update-baseline.ts";
import { withBaseline } from "../../result/baseline/with-baseline.ts";
import type { Result } from "../../result/result.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { printDiagnostics } from "../load-manifest.ts";
import { UsageError } from "../usage-error.ts";
import { type JudgeFlags, letPassDays } from "./flags.ts";

/** A file of known deviations; without a baseline it is to be written. */
export interface BaselineFile {
  readonly file: string;
  readonly baseline?: Baseline;
}

/** Reads the file, before anything is sent; undefined: what is wrong with it was said. */
export function readBaseline(file: string, flags: JudgeFlags, io: Io): BaselineFile | undefined {
  if (!existsSync(file)) {
    if (!flags.updateBaseline) {
      throw new UsageError(`there is no ${file}: --update-baseline --reason <text> writes one of all that fails`);
    }
    if (!flags.reason?.trim())
      throw new UsageError(`${file} is to be written: --reason says why what fails is let pass`);
    return { file };
  }
  const source = { file, text: guard(`read ${file}`, () => readFileSync(file, "utf8")) };
  const { baseline, diagnostics } = parseBaseline(source);
  if (printDiagnostics(diagnostics, [source], io) || baseline === undefined) return undefined;
  if (flags.reason !== undefined || flags.expires !== undefined) {
    io.stderr(`note: ${file} is there, and only shrinks: nothing is added to it, whatever the reason\n`);
  }
  return { file, baseline };
}

/** Holds a result against the file, which is written where that is asked for. */
export function applyBaseline(result: Result, { file, baseline }: BaselineFile, flags: JudgeFlags, io: Io): Result {
  const known = baseline?.known ?? [];
  const judged = withBaseline(result, { file, known });
  if (!flags.updateBaseline) return judged;
  if (isWorthNothing(result)) {
    io.stderr(`note: ${file} is left as it is: the run broke\n`);
    return judged;
  }
  const next = baseline && judged.baseline ? shrinkBaseline(known, judged.baseline) : firstOf(result, flags);
  if (baseline && next.length === known.length) return judged;
  write(file, encodeBaseline(next));
  const out = known.length - next.length;
  io.stderr(baseline ? `${file}: ${out} taken out, ${next.length} left\n` : `${file}: ${next.length} written\n`);
  return withBaseline(result, { file, known: next });
}

function firstOf(result: Result, { reason = "", expires = dayAfter(result, letPassDays) }: JudgeFlags) {
  if (expires === undefined) throw new UsageError("nobody knows when the run began: pass --expires");
  return firstBaseline(result, { reason, expires });
}

function isWorthNothing({ broken, suites }: Result): boolean {
  return broken.length > 0 || suites.some(({ outline }) => outline.some(({ outcome }) => outcome === "errored"));
}

function write(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  guard(`write ${file}`, () => {
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}
