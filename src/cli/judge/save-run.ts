import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { guard } from "../guard.ts";
import { listRuns, type StoredRun } from "./history-folder.ts";
import { type RunFileHeader, readRunHeader } from "./run-header.ts";

export interface SaveOptions {
  /** How many runs of the suite stay. */
  readonly keep: number;
  /** It is of a run that was taken up again: what is there of it already is replaced. */
  readonly isContinued?: boolean;
}

/** Copies a run file into the folder of earlier runs, whole or not at all, and takes out the oldest of its suite. */
export function saveRun(file: string, folder: string, { keep, isContinued = false }: SaveOptions): void {
  const header = readRunHeader(file);
  guard(`write to ${folder}`, () => {
    mkdirSync(folder, { recursive: true });
    const temporary = join(folder, `.${randomUUID()}.tmp`);
    try {
      copyFileSync(file, temporary);
      place(temporary, join(folder, baseName(header)), isContinued);
    } finally {
      rmSync(temporary, { force: true });
    }
    const stored = listRuns(folder, () => {}).filter((one) => isOurs(one) && lineOf(one.header) === lineOf(header));
    for (const { name } of stored.slice(0, -keep)) rmSync(join(folder, name), { force: true });
  });
}

/** Two runs may have begun at the same time: whoever comes second takes the next name. */
function place(temporary: string, base: string, isContinued: boolean): void {
  let target = `${base}.ndjson`;
  if (isContinued) renameSync(temporary, target);
  else for (let count = 2; !isPlaced(temporary, target); count += 1) target = `${base}_${count}.ndjson`;
}

/** Whether the name was free: a second link never takes the place of a file, as renaming does. */
function isPlaced(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (existsSync(target)) return false;
    if (!isWithoutLinks(error)) throw error;
    renameSync(temporary, target);
  }
  return true;
}

/** Some file systems know no second name of a file. */
function isWithoutLinks(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EPERM" || code === "ENOTSUP" || code === "EOPNOTSUPP" || code === "ENOSYS" || code === "EMLINK";
}

/** `2025-11-22T10-00-00.123Z_bookstore_local`: sorted by name they are sorted by time. */
function baseName({ startedAt, suites, shard }: RunFileHeader): string {
  const time = new Date(startedAt).toISOString().replaceAll(":", "-");
  const names = suites.map(({ suite }) => suite).join(" ");
  const environments = [...new Set(suites.map(({ environment }) => environment))].join(" ");
  const parts = [time, word(names), word(environments), shard ? `${shard.index}of${shard.of}` : ""];
  return parts.filter((part) => part !== "").join("_");
}

/** Letters and digits that every file system takes. */
function word(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replace(/^-+|-+$/g, "");
}

/** Nothing but what was put there under such a name is ever deleted. */
function isOurs({ name }: StoredRun): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z(_[a-z0-9-]+)*\.ndjson$/.test(name);
}

/** What one run after the other is of. */
function lineOf({ suites, shard }: RunFileHeader): string {
  return JSON.stringify([suites.map(({ suite, environment }) => [suite, environment]), shard?.index, shard?.of]);
}
