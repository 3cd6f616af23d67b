import { reporters } from "../../report/reporters.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import { startThreads } from "../../run/station/threads.ts";
import type { Io } from "../io.ts";
import { recordRun } from "../record-run.ts";
import { prepareRun } from "../run/prepare-run.ts";
import { stopOnSignal } from "../run/stop-on-signal.ts";
import { workerCount } from "../run/worker-count.ts";
import { openRunFile } from "../run-file.ts";
import type { RunFlags } from "../run-flags.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

/** `newmanifest run`: manifests and collections to reports. Resolves with the exit code. */
export async function run(files: ReadonlyArray<string>, flags: RunFlags, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter, reporters);
  prepareReports(chosen);
  const prepared = await prepareRun(files, flags, io);
  if (typeof prepared === "number") return prepared;
  const threads = startThreads(workerCount(flags, prepared.suites));
  const stop = stopOnSignal(io);
  try {
    const file = openRunFile(flags.out, { isContinued: prepared.finished.size > 0 });
    const result = await recordRun(prepared.suites, { ...prepared, flags, threads, control: stop.control, file, io });
    writeReports(result, chosen, { io, sources: prepared.sources });
    if (result.broken !== undefined) io.stderr(`error: ${result.broken}\n`);
    const refusal = file.close();
    if (refusal !== undefined) io.stderr(`error: ${refusal}\n`);
    const own = refusal === undefined ? exitCode(result, flags) : exitCodes.broken;
    return stop.exitCode() ?? own;
  } finally {
    stop.end();
    await Promise.all([threads.close(), prepared.close()]);
  }
}
