import type { CaseRun, Run } from "../result/model.ts";
import type { RunControl } from "../run/dispatch/control.ts";
import { runSuites } from "../run/run-suites.ts";
import type { Threads } from "../run/station/threads.ts";
import type { Suite } from "../run/suite.ts";
import type { Io } from "./io.ts";
import { createProgress } from "./progress.ts";
import type { RunFile } from "./run-file.ts";
import type { RunFlags } from "./run-flags.ts";
import type { Share } from "./take-shard.ts";

/** What a run is made with. */
export interface RunContext extends Pick<Share, "shard"> {
  readonly flags: RunFlags;
  readonly environment: string;
  readonly threads: Threads;
  readonly workers: number;
  readonly control: RunControl;
  readonly durations: ReadonlyMap<string, number>;
  /** Of a run that is taken up again. */
  readonly finished: ReadonlyMap<string, CaseRun>;
  /** Case id -> place in the whole plans. */
  readonly places: ReadonlyMap<string, number>;
  readonly file: RunFile;
  readonly io: Io;
}

const retries = 2;

/** Runs suites, with a line in the run file and a step of the progress for each case that ends. The run file has the cases, not the run. */
export async function recordRun(suites: ReadonlyArray<Suite>, context: RunContext): Promise<Run> {
  const { flags, environment, threads, workers, control, durations, finished, shard, places, file, io } = context;
  const progress = createProgress({ io, isQuiet: flags.quiet === true });
  const bail = flags.bail === true ? 1 : flags.bail;
  try {
    const run = await runSuites({
      suites,
      environment,
      openStation: threads.open,
      isToldOnly: true,
      workers,
      lanes: flags.concurrency,
      retries: flags.retries ?? retries,
      control,
      durations,
      finished,
      ...(shard && { shard }),
      ...(bail !== undefined && { bail }),
      ...(flags.timeout !== undefined && { timeoutMs: flags.timeout }),
      onStart: (header) => {
        file.start(header);
        progress.start(header.cases);
      },
      onBegin: progress.begin,
      onLeave: progress.leave,
      onHold: (forMs, url) => progress.note(`slowed down for ${Math.ceil(forMs / 1000)} s: 429 from ${url}`),
      onCase: (one, seq) => {
        file.add(one, places.get(one.id) ?? seq);
        progress.step(one);
      },
    });
    const { durationMs, broken, lanes } = run;
    file.end({ durationMs, lanes, ...(broken !== undefined && { broken }) });
    return run;
  } finally {
    progress.end();
  }
}
