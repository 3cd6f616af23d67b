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
    chosen.push(await chooseReporter(name, rest.length === 0 ? undefined : rest.join("="), known));
  }
  return chosen;
}

async function chooseReporter<Subject>(
  name: string,
  target: string | undefined,
  { texts, folders = {}, own }: KnownReporters<Subject>,
): Promise<ChosenReporter<Subject>> {
  const file = target === undefined ? {} : { file: target };
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (folder !== undefined) return { kind: "folder", name, folder: target || `${name}-results`, draw: folder };
  const draw = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (draw !== undefined) return { kind: "text", name, ...file, draw };
  if (own !== undefined && isModulePath(name)) {
    return { kind: "text", name, ...file, draw: own(await loadReporter(name)), isForeign: true };
  }
  const names = [...Object.keys(texts), ...Object.keys(folders)].join(", ");
  const others = own === undefined ? "" : ", or the path of a module: ./mine.js";
  throw new UsageError(`there is no reporter "${name}": one of ${names}${others}`);
}
