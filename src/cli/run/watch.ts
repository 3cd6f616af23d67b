import { changedCases } from "../../plan/changed.ts";
import type { Plan } from "../../plan/model.ts";
import { exitCodes } from "../../result/exit-code.ts";
import { startThreads } from "../../run/station/threads.ts";
import { type RunnerContext, runPrepared } from "../commands/run.ts";
import { UsageError } from "../usage-error.ts";
import { watchFiles } from "../watch-files.ts";
import { type PreparedRun, prepareRun } from "./prepare-run.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const lookMs = 100;

/**
 * Runs the suite, and after each change of its files what that change touches, in threads that stay warm. Resolves with the last
 * run's exit code when the user has had enough.
 */
export async function watchRun(
  files: ReadonlyArray<string>,
  { flags, chosen, io }: Pick<RunnerContext, "flags" | "chosen" | "io">,
): Promise<number> {
  const threads = startThreads();
  const stop = stopOnSignal(io);
  let code = 0;
  let before: ReadonlyArray<Plan> | undefined;
  let known: ReadonlyArray<string> = [];
  const round = async (): Promise<void> => {
    const read: string[] = [];
    const seen = before;
    const only = seen && ((plans: ReadonlyArray<Plan>) => changedCases(seen, plans));
    let prepared: PreparedRun | number = exitCodes.badInput;
    try {
      prepared = await prepareRun(files, { flags, io, onRead: (file) => read.push(file), ...(only && { only }) });
    } finally {
      // A file that a broken manifest does not name may be the one that mends it.
      known = [...new Set(typeof prepared === "number" ? [...known, ...files, ...read] : read)];
      watch.follow(known);
    }
    if (typeof prepared === "number") return;
    before = prepared.whole;
    code = await runPrepared(prepared, { flags, chosen, io, threads, control: stop.control });
  };
  const turns = createTurns(async () => {
    await round().catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      io.stderr(`error: ${error.message}\n`);
    });
    io.stderr("watching for changes; Ctrl-C ends it\n");
  });
  const watch = watchFiles(turns.again, { intervalMs: lookMs });
  turns.again();
  // Neither idle threads nor watched files keep a process alive.
  const alive = setInterval(() => {}, 60_000);
  await Promise.race([io.untilStopped(), turns.failed]).finally(() => clearInterval(alive));
  watch.stop();
  await turns.idle();
  stop.end();
  await threads.close();
  return stop.exitCode() ?? code;
}

/** Does work again when it is asked to, one time after the other; asked several times meanwhile, once. */
function createTurns(work: () => Promise<void>) {
  let current: Promise<void> | undefined;
  let isAsked = false;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const again = (): void => {
    isAsked = true;
    current ??= (async () => {
      while (isAsked) {
        isAsked = false;
        await work();
      }
    })()
      .catch(fail)
      .finally(() => {
        current = undefined;
      });
  };
  return { again, failed, idle: async () => current };
}
