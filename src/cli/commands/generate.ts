import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateFiles } from "../../collection/files.ts";
import { expandPlan } from "../../plan/expand.ts";
import { exitCodes } from "../../result/exit-code.ts";
import { loadTemplates } from "../../template.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { loadManifest } from "../load-manifest.ts";

export interface GenerateFlags {
  readonly out?: string;
  readonly check?: boolean;
}

/** `newmanifest generate`: each manifest's collection and environments, written or compared with what is on disk. */
export async function generate(files: ReadonlyArray<string>, flags: GenerateFlags, io: Io): Promise<number> {
  const loaded = loadManifest(files, io);
  if (loaded === undefined) return exitCodes.badInput;
  const { manifest, placeOf } = loaded;
  const written = generateFiles(expandPlan(manifest), { manifest, render: loadTemplates(), placeOf });
  const folder = flags.out ?? loaded.folder;
  if (flags.check) return checkFiles(written, folder, io);
  guard(`write to ${folder}`, () => mkdirSync(folder, { recursive: true }));
  for (const [name, text] of written) {
    guard(`write ${join(folder, name)}`, () => writeFileSync(join(folder, name), text));
    io.stdout(`${join(folder, name)}\n`);
  }
  return exitCodes.proven;
}

function checkFiles(files: ReadonlyMap<string, string>, folder: string, io: Io): number {
  const stale = [...files].filter(([name, text]) => readIfThere(join(folder, name)) !== text);
  for (const [name] of stale) io.stderr(`${join(folder, name)} is out of date: run newmanifest generate\n`);
  if (stale.length === 0) io.stdout(`${files.size} files are up to date\n`);
  return stale.length === 0 ? exitCodes.proven : exitCodes.failed;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
