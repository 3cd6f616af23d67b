import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { logLine } from "../report/log-line.ts";
import type { Attempt, CaseRun } from "../result/model.ts";
import type { RunHeader } from "../result/ndjson.ts";
import { guard } from "./guard.ts";
import type { Io } from "./io.ts";
import type { RunFlags } from "./run-flags.ts";
import { UsageError } from "./usage-error.ts";

/** The log of requests while the run goes on: a line for each as it ends. */
export interface RequestLog {
  readonly start: (header: RunHeader) => void;
  /** A case may be told of several times: what of it was logged already is not logged again. */
  readonly add: (one: CaseRun, seq: number) => void;
  readonly close: () => void;
}

interface LogOptions {
  readonly io: Io;
  /** What is in it stays, and what comes is added. */
  readonly isContinued: boolean;
  readonly now?: () => number;
}

/** Opens what `--log` names, `-` for standard output, before anything is sent; undefined: nobody asks for a log. */
export function openRequestLog(
  { log, out }: Pick<RunFlags, "log" | "out">,
  options: LogOptions,
): RequestLog | undefined {
  if (log === undefined) return undefined;
  if (resolve(log) === resolve(join(out, "run.ndjson"))) throw new UsageError(`--log ${log} is the run file`);
  const { io, now = Date.now } = options;
  const sink = log === "-" ? { write: io.stdout, close: () => {} } : openFile(log, options);
  const runId = randomUUID();
  const logged = createLogged();
  let header: RunHeader | undefined;
  return {
    start: (told) => {
      header = told;
    },
    add: (one, seq) => {
      const timestamp = new Date(now()).toISOString();
      for (const attempt of one.attempts) {
        const number = logged.numberOf(attempt, seq);
        if (number === undefined) continue;
        sink.write(logLine(one, attempt, { runId, timestamp, attempt: number, ...suiteOf(one, header) }));
      }
    },
    close: sink.close,
  };
}

/** The case's own suite and environment, where several run together. */
function suiteOf(one: CaseRun, header: RunHeader | undefined) {
  const own = header?.suites?.find(({ suite }) => suite === one.suite);
  return {
    suite: one.suite ?? header?.suite ?? "",
    environment: own?.environment ?? header?.environment ?? "",
  };
}

/** Counts what was sent; undefined: it was logged already, or nothing was sent. */
function createLogged() {
  const known = new WeakSet<object>();
  const counts = new Map<number, number>();
  return {
    numberOf: ({ request }: Attempt, seq: number): number | undefined => {
      // Something may be added to what is known of an attempt; its request stays the same one.
      if (request === undefined || known.has(request)) return undefined;
      known.add(request);
      const number = (counts.get(seq) ?? 0) + 1;
      counts.set(seq, number);
      return number;
    },
  };
}

function openFile(name: string, { io, isContinued }: LogOptions) {
  const file = guard(`write ${name}`, () => {
    mkdirSync(dirname(name), { recursive: true });
    return openSync(name, isContinued ? "a" : "w");
  });
  let isRefused = false;
  const write = (text: string): void => {
    if (isRefused) return;
    try {
      guard(`write ${name}`, () => writeFileSync(file, text));
    } catch (error) {
      // The run goes on: a log is no result.
      isRefused = true;
      io.stderr(`\nwarning: ${error instanceof Error ? error.message : String(error)}: the log ends here\n`);
    }
  };
  return { write, close: () => closeSync(file) };
}
