import { expandPlan } from "../../plan/expand.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { Io } from "../io.ts";
import { loadManifest } from "../load-manifest.ts";

/** `newmanifest lint`: every mistake in the manifests, and what is declared and cannot be proven. */
export async function lint(files: ReadonlyArray<string>, io: Io): Promise<number> {
  const loaded = loadManifest(files, io);
  if (loaded === undefined) return exitCodes.badInput;
  const cases = expandPlan(loaded.manifest).groups.flatMap((group) => group.cases);
  for (const one of cases) {
    if (one.unproven !== undefined) io.stdout(`${loaded.placeOf(one)}  ${one.title}  unproven: ${one.unproven}\n`);
  }
  io.stdout(`${loaded.manifest.endpoints.length} endpoints, ${cases.length} cases\n`);
  return exitCodes.proven;
}
