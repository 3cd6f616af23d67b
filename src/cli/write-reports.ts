import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Source } from "../manifest/model.ts";
import { renderJobSummary } from "../report/markdown/render-markdown.ts";
import type { Result } from "../result/result.ts";
import type { ChosenFolder, ChosenReporter, TextReporter } from "./choose-reporters.ts";
import { foreignPieces, ReporterError } from "./foreign-pieces.ts";
import { guard } from "./guard.ts";
import type { Io } from "./io.ts";
import { inChunks, withLastLineEnd, writePieces } from "./write-pieces.ts";

/** Makes the folders of the reports, before anything is sent: a run whose report cannot be written would be lost. */
export function prepareReports(chosen: ReadonlyArray<ChosenReporter<never>>): void {
  for (const one of chosen) {
    if (one.kind === "folder") guard(`write to ${one.folder}`, () => mkdirSync(one.folder, { recursive: true }));
    else if (one.file !== undefined) prepareFile(one.file);
  }
}

function prepareFile(file: string): void {
  guard(`write ${file}`, () => {
    mkdirSync(dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    closeSync(openSync(file, "a"));
    if (isNew) rmSync(file);
  });
}

/** Draws a result with each reporter and writes it where it belongs; false: one of the user's own could not. */
export function writeReports(
  result: Result,
  chosen: ReadonlyArray<ChosenReporter<Result>>,
  { io, sources }: { readonly io: Io; readonly sources: ReadonlyArray<Source> },
): boolean {
  const isWritten = writeDrawn(result, chosen, { io, sources });
  const summary = io.env.GITHUB_STEP_SUMMARY;
  if (summary && chosen.some(({ name }) => name === "github")) {
    guard("write the summary of the job", () => appendFileSync(summary, renderJobSummary(result)));
  }
  return isWritten;
}

interface Drawing {
  readonly io: Io;
  readonly sources?: ReadonlyArray<Source>;
}

/** Draws with each reporter and writes it where it belongs; false: one of the user's own could not, and stderr says why. */
export function writeDrawn<Subject>(
  subject: Subject,
  chosen: ReadonlyArray<ChosenReporter<Subject>>,
  drawing: Drawing,
): boolean {
  let isWritten = true;
  for (const one of chosen) {
    try {
      if (one.kind === "folder") writeFolder(subject, one, drawing);
      else writeText(subject, one, drawing);
    } catch (error) {
      if (!(error instanceof ReporterError)) throw error;
      drawing.io.stderr(`error: ${error.message}\n`);
      isWritten = false;
    }
  }
  return isWritten;
}

/** Colours are for a console on a terminal. */
function writeText<Subject>(subject: Subject, one: TextReporter<Subject>, { io, sources = [] }: Drawing): void {
  const { name, file, draw, isForeign } = one;
  const color = file === undefined && io.color && name === "console";
  const options = { color, width: file === undefined ? io.width : 80, sources };
  const drawn = isForeign ? foreignPieces(name, () => draw(subject, options)) : draw(subject, options);
  const pieces = withLastLineEnd(typeof drawn === "string" ? [drawn] : drawn);
  if (file === undefined) for (const chunk of inChunks(pieces)) io.stdout(chunk);
  else guard(`write ${file}`, () => writePieces(file, pieces));
}

/** What is there already is left alone: Allure puts the results of several runs together. */
function writeFolder<Subject>(subject: Subject, one: ChosenFolder<Subject>, { sources = [] }: Drawing): void {
  guard(`write to ${one.folder}`, () => {
    for (const { name, text } of one.draw(subject, { sources })) writeFileSync(join(one.folder, basename(name)), text);
  });
}
