import { reporters } from "../../report/reporters.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import { resultOf } from "../../result/result-of.ts";
import type { RunControl } from "../../run/dispatch/control.ts";
import { startThreads, type Threads } from "../../run/station/threads.ts";
import type { Io } from "../io.ts";
import { recordRun } from "../record-run.ts";
import { openRequestLog, type RequestLog } from "../request-log.ts";
import { type PreparedRun, prepareRun } from "../run/prepare-run.ts";
import { stopOnSignal } from "../run/stop-on-signal.ts";
import { workerCount } from "../run/worker-count.ts";
import { openRunFile } from "../run-file.ts";
import type { RunFlags } from "../run-flags.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

/** `newmanifest run`: manifests and collections to reports. Resolves with the exit code. */
export async function run(files: ReadonlyArray<string>, flags: RunFlags, io: Io): Promise<number> {
  prepareReports(chooseReporters(flags.reporter, reporters));
  if (flags.watch) return (await import("../run/watch.ts")).watchRun(files, flags, io);
  const threads = startThreads();
  const stop = stopOnSignal(io);
  try {
    const prepared = await prepareRun(files, { flags, io });
    if (typeof prepared === "number") return prepared;
    const code = await runPrepared(prepared, { flags, io, threads, control: stop.control });
    return stop.exitCode() ?? code;
  } finally {
    stop.end();
    await threads.close();
  }
}

export interface RunnerContext {
  readonly flags: RunFlags;
  readonly io: Io;
  readonly threads: Threads;
  readonly control: RunControl;
}

/** Runs what was prepared and reports it. Resolves with the exit code. */
export async function runPrepared(prepared: PreparedRun, context: RunnerContext): Promise<number> {
  const { flags, io } = context;
  const isContinued = prepared.finished.size > 0;
  let log: RequestLog | undefined;
  try {
    log = openRequestLog(flags, { io, isContinued });
    const file = openRunFile(flags.out, { isContinued });
    const workers = workerCount(flags, prepared.suites);
    const result = await recordRun(prepared.suites, { ...prepared, ...context, workers, file, log });
    writeReports(resultOf(result), chooseReporters(flags.reporter, reporters), { io, sources: prepared.sources });
    if (result.broken !== undefined) io.stderr(`error: ${result.broken}\n`);
    const refusal = file.close();
    if (refusal !== undefined) io.stderr(`error: ${refusal}\n`);
    return refusal === undefined ? exitCode(result, flags) : exitCodes.broken;
  } finally {
    log?.close();
    await prepared.close();
  }
}
