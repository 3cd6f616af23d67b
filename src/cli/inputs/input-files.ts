import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { guard } from "../guard.ts";

/** A file to be reported. */
export interface InputFile {
  readonly file: string;
  /** It was found in a folder: where it is something else, nobody meant it. */
  readonly isFound: boolean;
}

/** The files that are named, and those in the folders that are named, at any depth; each once. */
export function inputFiles(names: ReadonlyArray<string>): ReadonlyArray<InputFile> {
  const files = new Map<string, InputFile>();
  for (const name of names) {
    const isFolder = guard(`read ${name}`, () => statSync(name).isDirectory());
    for (const file of isFolder ? filesIn(name) : [name]) {
      if (!files.has(file)) files.set(file, { file, isFound: isFolder });
    }
  }
  return [...files.values()];
}

function filesIn(folder: string): ReadonlyArray<string> {
  const names = guard(`read ${folder}`, () => readdirSync(folder, { recursive: true, encoding: "utf8" }));
  const reports = names.filter((name) => /\.(ndjson|json)$/i.test(name)).map((name) => join(folder, name));
  return reports.filter(isFile).sort();
}

/** A link may lead nowhere, or in a circle: whatever it is, it is no run file. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
