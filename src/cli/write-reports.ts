import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Source } from "../manifest/model.ts";
import { type ReporterName, reporters } from "../report/reporters.ts";
import type { Result } from "../result/result.ts";
import { guard } from "./guard.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** One reporter of `--reporter console,json=report.json`. */
export interface ChosenReporter<Name extends string> {
  readonly name: Name;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Reads `--reporter`, before anything is sent. */
export function chooseReporters<Name extends string>(
  list: string,
  known: Readonly<Record<Name, unknown>>,
): ReadonlyArray<ChosenReporter<Name>> {
  const isKnown = (name: string): name is Name => Object.hasOwn(known, name);
  return list.split(",").map((part) => {
    const [name = "", ...rest] = part.trim().split("=");
    if (!isKnown(name)) throw new UsageError(`there is no reporter "${name}": one of ${Object.keys(known).join(", ")}`);
    return rest.length === 0 ? { name } : { name, file: rest.join("=") };
  });
}

/** Makes the folders of the reports, before anything is sent: a run whose report cannot be written would be lost. */
export function prepareReports(chosen: ReadonlyArray<ChosenReporter<string>>): void {
  for (const { file } of chosen) {
    if (file === undefined) continue;
    guard(`write ${file}`, () => {
      mkdirSync(dirname(file), { recursive: true });
      const isNew = !existsSync(file);
      closeSync(openSync(file, "a"));
      if (isNew) rmSync(file);
    });
  }
}

/** Draws a result with each reporter and writes it where it belongs. */
export function writeReports(
  result: Result,
  chosen: ReadonlyArray<ChosenReporter<ReporterName>>,
  { io, sources }: { readonly io: Io; readonly sources: ReadonlyArray<Source> },
): void {
  writeDrawn(chosen, io, (name, options) => reporters[name](result, { ...options, sources }));
}

/** Draws with each reporter and writes it where it belongs; colours are for a console on a terminal. */
export function writeDrawn<Name extends string>(
  chosen: ReadonlyArray<ChosenReporter<Name>>,
  io: Io,
  draw: (name: Name, options: { readonly color: boolean; readonly width: number }) => string | Iterable<string>,
): void {
  for (const { name, file } of chosen) {
    const color = file === undefined && io.color && name === "console";
    const drawn = draw(name, { color, width: file === undefined ? io.width : 80 });
    const pieces = withLastLineEnd(typeof drawn === "string" ? [drawn] : drawn);
    if (file === undefined) for (const chunk of inChunks(pieces)) io.stdout(chunk);
    else guard(`write ${file}`, () => writePieces(file, pieces));
  }
}

function writePieces(name: string, pieces: Iterable<string>): void {
  const file = openSync(name, "w");
  try {
    for (const chunk of inChunks(pieces)) writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** A call of the system for each little piece would take most of the time. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

function* withLastLineEnd(pieces: Iterable<string>): Generator<string> {
  let last = "";
  for (const piece of pieces) {
    if (piece !== "") last = piece;
    yield piece;
  }
  if (!last.endsWith("\n")) yield "\n";
}
