import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
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
      // A link is another name of the same file, and a loop of them gives it many.
      const path = realpathSync(file);
      if (!files.has(path)) files.set(path, { file, isFound: isFolder });
    }
  }
  return [...files.values()];
}

function filesIn(folder: string): ReadonlyArray<string> {
  const names = guard(`read ${folder}`, () => readdirSync(folder, { recursive: true, encoding: "utf8" }));
  const reports = names.filter((name) => /\.(ndjson|json)$/i.test(name)).map((name) => join(folder, name));
  // The shortest name first: through a loop of links, the others are longer.
  return reports.filter(isFile).sort((a, b) => a.split(sep).length - b.split(sep).length || (a < b ? -1 : 1));
}

/** A link that leads nowhere is none, nor is what may not be looked at. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
