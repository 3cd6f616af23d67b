import { mkdirSync } from "node:fs";
import { exitCodeOf, exitCodes } from "../../result/exit-code.ts";
import type { Result } from "../../result/result.ts";
import { resultOfParts } from "../../result/result-of.ts";
import type { RunControl } from "../../run/dispatch/control.ts";
import { startThreads, type Threads } from "../../run/station/threads.ts";
import { type ChosenReporter, chooseReporters } from "../choose-reporters.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { keptRuns } from "../judge/flags.ts";
import { saveRun } from "../judge/save-run.ts";
import { judge, prepareJudgement } from "../judge.ts";
import { recordRun } from "../record-run.ts";
import { openRequestLog, type RequestLog } from "../request-log.ts";
import { resultReporters } from "../result-reporters.ts";
import { type PreparedRun, prepareRun } from "../run/prepare-run.ts";
import { type RecordedRun, readRecorded } from "../run/recorded-run.ts";
import { stopOnSignal } from "../run/stop-on-signal.ts";
import { workerCount } from "../run/worker-count.ts";
import { openRunFile, runFileIn } from "../run-file.ts";
import type { RunFlags } from "../run-flags.ts";
import { UsageError } from "../usage-error.ts";
import { prepareReports, writeReports } from "../write-reports.ts";

/** `newmanifest run`: manifests and collections to reports. Resolves with the exit code. */
export async function run(files: ReadonlyArray<string>, flags: RunFlags, io: Io): Promise<number> {
  const chosen = await chooseReporters(flags.reporter, resultReporters);
  prepareReports(chosen);
  const { history } = flags;
  if (flags.watch && history !== undefined) throw new UsageError("--watch runs parts: they are no --history");
  if (history !== undefined) guard(`write to ${history}`, () => mkdirSync(history, { recursive: true }));
  if (flags.watch) return (await import("../run/watch.ts")).watchRun(files, { flags, chosen, io });
  const threads = startThreads();
  const stop = stopOnSignal(io);
  try {
    const prepared = await prepareRun(files, { flags, io });
    if (typeof prepared === "number") return prepared;
    const code = await runPrepared(prepared, { flags, chosen, io, threads, control: stop.control });
    return stop.exitCode() ?? code;
  } finally {
    stop.end();
    await threads.close();
  }
}

export interface RunnerContext {
  readonly flags: RunFlags;
  readonly chosen: ReadonlyArray<ChosenReporter<Result>>;
  readonly io: Io;
  readonly threads: Threads;
  readonly control: RunControl;
}

/** Runs what was prepared and reports it. Resolves with the exit code. */
export async function runPrepared(prepared: PreparedRun, context: RunnerContext): Promise<number> {
  const { flags, chosen, io } = context;
  const isContinued = prepared.finished.size > 0;
  let recorded: RecordedRun | undefined;
  let log: RequestLog | undefined;
  try {
    const judgement = prepareJudgement(flags, io);
    if (judgement === undefined) return exitCodes.badInput;
    log = openRequestLog(flags, { io, isContinued });
    const file = openRunFile(flags.out, { isContinued });
    const workers = workerCount(flags, prepared.suites);
    const run = await recordRun(prepared.suites, { ...prepared, ...context, workers, file, log });
    const refusal = file.close();
    recorded = readRecorded(file, run, refusal);
    const result = judge(resultOfParts(recorded.parts, { isPartial: true }), judgement);
    const isWritten = writeReports(result, chosen, { io, sources: prepared.sources });
    if (run.broken !== undefined) io.stderr(`error: ${run.broken}\n`);
    if (refusal !== undefined) io.stderr(`error: ${refusal}\n`);
    if (refusal !== undefined) return exitCodes.broken;
    keepRun(flags, isContinued);
    return isWritten ? exitCodeOf(result) : exitCodes.badInput;
  } finally {
    recorded?.close();
    log?.close();
    await prepared.close();
  }
}

/** For the runs to come. */
function keepRun({ history, keep = keptRuns, out }: RunFlags, isContinued: boolean): void {
  if (history !== undefined) saveRun(runFileIn(out), history, { keep, isContinued });
}
