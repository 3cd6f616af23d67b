import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Source } from "../manifest/model.ts";
import { type ReporterName, reporters } from "../report/reporters.ts";
import type { Run } from "../result/model.ts";
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

/** Draws a run with each reporter and writes it where it belongs. */
export function writeReports(
  run: Run,
  chosen: ReadonlyArray<ChosenReporter<ReporterName>>,
  { io, sources }: { readonly io: Io; readonly sources: ReadonlyArray<Source> },
): void {
  writeDrawn(chosen, io, (name, options) => reporters[name](run, { ...options, sources }));
}

/** Draws with each reporter and writes it where it belongs; colours are for a console on a terminal. */
export function writeDrawn<Name extends string>(
  chosen: ReadonlyArray<ChosenReporter<Name>>,
  io: Io,
  draw: (name: Name, options: { readonly color: boolean; readonly width: number }) => string,
): void {
  for (const { name, file } of chosen) {
    const color = file === undefined && io.color && name === "console";
    const drawn = draw(name, { color, width: file === undefined ? io.width : 80 });
    const text = drawn.endsWith("\n") ? drawn : `${drawn}\n`;
    if (file === undefined) io.stdout(text);
    else guard(`write ${file}`, () => writeFileSync(file, text));
  }
}
