import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Source } from "../manifest/model.ts";
import { type ReporterName, reporters } from "../report/reporters.ts";
import type { Run } from "../result/model.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** One reporter of `--reporter console,json=report.json`. */
export interface ChosenReporter {
  readonly name: ReporterName;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Reads `--reporter`, before anything is sent. */
export function chooseReporters(list: string): ReadonlyArray<ChosenReporter> {
  return list.split(",").map((part) => {
    const [name = "", ...rest] = part.trim().split("=");
    if (!isReporter(name)) {
      throw new UsageError(`there is no reporter "${name}": one of ${Object.keys(reporters).join(", ")}`);
    }
    return rest.length === 0 ? { name } : { name, file: rest.join("=") };
  });
}

/** Draws a run with each reporter and writes it where it belongs. */
export function writeReports(
  run: Run,
  chosen: ReadonlyArray<ChosenReporter>,
  { io, sources }: { readonly io: Io; readonly sources: ReadonlyArray<Source> },
): void {
  for (const { name, file } of chosen) {
    const color = file === undefined && io.color && name === "console";
    const text = reporters[name](run, { color, width: file === undefined ? io.width : 80, sources });
    if (file === undefined) io.stdout(text.endsWith("\n") ? text : `${text}\n`);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text.endsWith("\n") ? text : `${text}\n`);
    }
  }
}

function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
