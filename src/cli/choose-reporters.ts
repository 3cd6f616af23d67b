import { resolve } from "node:path";
import type { FolderReporter, Reporter, ReportOptions } from "../report/reporter.ts";
import { isModulePath, loadReporter } from "./load-reporter.ts";
import { UsageError } from "./usage-error.ts";

/** Draws something, in pieces where it may be long. */
export type Draw<Subject> = (subject: Subject, options: ReportOptions) => string | Iterable<string>;

/** One reporter of `--reporter console,json=report.json`, with what draws. */
export type ChosenReporter<Subject> = TextReporter<Subject> | ChosenFolder<Subject>;

export interface TextReporter<Subject> {
  readonly kind: "text";
  readonly name: string;
  /** Absent: standard output. */
  readonly file?: string;
  readonly draw: Draw<Subject>;
  /** Somebody else's: whatever it does, the other reports are written. */
  readonly isForeign?: true;
}

export interface ChosenFolder<Subject> {
  readonly kind: "folder";
  readonly name: string;
  readonly folder: string;
  readonly draw: (subject: Subject, options: ReportOptions) => ReturnType<FolderReporter>;
}

/** What `--reporter` may name. */
export interface KnownReporters<Subject> {
  readonly texts: Readonly<Record<string, Draw<Subject>>>;
  readonly folders?: Readonly<Record<string, ChosenFolder<Subject>["draw"]>>;
  /** What a module of the user's own exports; absent: there are none here. */
  readonly own?: (report: Reporter) => Draw<Subject>;
}

/** Reads `--reporter`, before anything is sent. */
export async function chooseReporters<Subject>(
  list: string,
  known: KnownReporters<Subject>,
): Promise<ReadonlyArray<ChosenReporter<Subject>>> {
  const chosen: ChosenReporter<Subject>[] = [];
  for (const part of list.split(",")) {
    const [name = "", ...rest] = part.trim().split("=");
    const target = rest.length === 0 ? undefined : rest.join("=");
    if (target === "") throw new UsageError(`--reporter ${name}= names no file`);
    const one = await chooseReporter(name, target, known);
    refuseSecond(one, chosen);
    chosen.push(one);
  }
  return chosen;
}

/** The second of two reports in one file would take the place of the first. */
function refuseSecond<Subject>(one: ChosenReporter<Subject>, chosen: ReadonlyArray<ChosenReporter<Subject>>): void {
  if (one.kind === "folder" || one.file === undefined) return;
  const path = resolve(one.file);
  const other = chosen.find((each) => each.kind === "text" && each.file !== undefined && resolve(each.file) === path);
  if (other) throw new UsageError(`--reporter writes both ${other.name} and ${one.name} to ${one.file}`);
}

async function chooseReporter<Subject>(
  name: string,
  target: string | undefined,
  { texts, folders = {}, own }: KnownReporters<Subject>,
): Promise<ChosenReporter<Subject>> {
  const file = target === undefined ? {} : { file: target };
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (folder !== undefined) return { kind: "folder", name, folder: target ?? `${name}-results`, draw: folder };
  const draw = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (draw !== undefined) return { kind: "text", name, ...file, draw };
  if (own !== undefined && isModulePath(name)) {
    return { kind: "text", name, ...file, draw: own(await loadReporter(name)), isForeign: true };
  }
  const names = [...Object.keys(texts), ...Object.keys(folders)].join(", ");
  const others = own === undefined ? "" : ", or the path of a module: ./mine.js";
  throw new UsageError(`there is no reporter "${name}": one of ${names}${others}`);
}
