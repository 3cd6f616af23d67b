import { availableParallelism } from "node:os";
import { mockVariables } from "../../mock/variables.ts";
import { caughtShare, proveSuite } from "../../prove/prove.ts";
import { proofReporters } from "../../prove/report/reporters.ts";
import { percent } from "../../prove/report/words.ts";
import { renderConsole } from "../../report/console/render-console.ts";
import { exitCodes } from "../../result/exit-code.ts";
import { resultOf } from "../../result/result-of.ts";
import { chooseReporters } from "../choose-reporters.ts";
import type { Io } from "../io.ts";
import { loadManifest } from "../load-manifest.ts";
import { createProofProgress } from "../proof-progress.ts";
import { readFault } from "../read-fault.ts";
import { type RunFlags, withFlags } from "../run-flags.ts";
import { prepareReports, writeDrawn } from "../write-reports.ts";

/** What the command line says of a proof. */
export interface ProveFlags extends Pick<RunFlags, "profile" | "strict" | "envVar"> {
  readonly reporter: string;
  /** From 0 to 1. */
  readonly min?: number;
  readonly fault?: ReadonlyArray<string>;
  /** Default: one for each core. */
  readonly workers?: number;
}

/** `newmanifest prove`: which mistakes of an API would this suite catch? Resolves with the exit code. */
export async function prove(files: ReadonlyArray<string>, flags: ProveFlags, io: Io): Promise<number> {
  const chosen = await chooseReporters(flags.reporter, { texts: proofReporters });
  prepareReports(chosen);
  const only = flags.fault?.map(readFault);
  const loaded = loadManifest(files, io);
  if (loaded === undefined) return exitCodes.badInput;
  const manifest = withFlags(loaded.manifest, flags);
  const progress = createProofProgress(io);
  const proved = await proveSuite({
    manifest,
    variables: { ...mockVariables(manifest), ...flags.envVar },
    workingDir: loaded.folder,
    workers: flags.workers ?? availableParallelism(),
    ...(only && { only }),
    onStart: progress.start,
    onFault: progress.step,
  }).finally(progress.end);
  if (proved.kind === "not green") {
    io.stdout(renderConsole(resultOf(proved.run), { color: io.color, width: io.width, sources: loaded.sources }));
    io.stderr("error: the suite is not green on its own mock, so a fault would prove nothing: make it green first\n");
    return exitCodes.failed;
  }
  writeDrawn(proved.proof, chosen, { io });
  return gate(caughtShare(proved.proof), flags.min, io);
}

function gate(share: number, min: number | undefined, io: Io): number {
  if (min === undefined || share >= min) return exitCodes.proven;
  io.stderr(`error: ${percent(share)} caught, and --min asks for ${percent(min)}\n`);
  return exitCodes.failed;
}
