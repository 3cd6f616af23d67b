import { accessSync, constants, existsSync } from "node:fs";
import { printable } from "../diagnostic/printable.ts";
import { judgeResult, type Yardsticks } from "../result/judge-result.ts";
import type { Result } from "../result/result.ts";
import { guard } from "./guard.ts";
import type { Io } from "./io.ts";
import { applyBaseline, type BaselineFile, readBaseline } from "./judge/baseline-file.ts";
import { type JudgeFlags, keptRuns } from "./judge/flags.ts";
import { earlierResults } from "./judge/history-folder.ts";
import { readResult } from "./judge/read-result.ts";
import { UsageError } from "./usage-error.ts";

/** What a result is going to be held against, as far as it is known before there is one. */
export interface Judgement {
  readonly flags: JudgeFlags;
  readonly io: Io;
  readonly baseline?: BaselineFile;
}

/** Reads what can be read before anything is sent; undefined: what is wrong with it was said. */
export function prepareJudgement(flags: JudgeFlags, io: Io): Judgement | undefined {
  refuseIdle(flags);
  const { history, compare, baseline: file } = flags;
  if (history !== undefined && !existsSync(history)) io.stderr(`note: there is no ${history} yet\n`);
  if (compare !== undefined) guard(`read ${compare}`, () => accessSync(compare, constants.R_OK));
  const baseline = file === undefined ? undefined : readBaseline(file, flags, io);
  if (file !== undefined && baseline === undefined) return undefined;
  return { flags, io, ...(baseline && { baseline }) };
}

/** An option that nothing comes of would be believed to have done something. */
function refuseIdle({ history, keep, baseline, updateBaseline, reason, expires, compare }: JudgeFlags): void {
  if (keep !== undefined && history === undefined)
    throw new UsageError("--keep is for --history, and no folder is named");
  if (compare !== undefined && history !== undefined)
    throw new UsageError("--compare and --history are two: choose one");
  if (updateBaseline && baseline === undefined) throw new UsageError("--update-baseline needs --baseline <file>");
  if (updateBaseline) return;
  if (reason !== undefined) throw new UsageError("--reason is for --update-baseline");
  if (expires !== undefined) throw new UsageError("--expires is for --update-baseline");
}

/** Holds a result against limits, earlier runs and known deviations. */
export function judge(result: Result, { flags, io, baseline }: Judgement): Result {
  const { alert = [], failOnFlaky } = flags;
  // As a limit, so that each report says why the command failed.
  const alerts = failOnFlaky ? [...alert, { text: "flaky = 0" }] : alert;
  const judged = judgeResult(result, { alerts, ...earlierOf(result, { flags, io }) });
  return baseline ? applyBaseline(judged, baseline, flags, io) : judged;
}

function earlierOf(
  result: Result,
  { flags, io }: Pick<Judgement, "flags" | "io">,
): Pick<Yardsticks, "earlier" | "isSame"> {
  const { history, keep = keptRuns, compare } = flags;
  if (compare !== undefined) return comparedTo(compare, result, io);
  if (history === undefined) return {};
  return { earlier: earlierResults(history, result, { keep, io }) };
}

/** Who names a run wants it compared, also where it ran in another environment. */
function comparedTo(file: string, result: Result, io: Io): Pick<Yardsticks, "earlier" | "isSame"> {
  const earlier = readResult(file, (sentence) => io.stderr(`${printable(sentence)}\n`));
  const strangers = result.suites.filter(({ suite }) => !earlier.suites.some((past) => past.suite === suite));
  for (const { suite } of strangers) io.stderr(`note: ${file} has nothing of ${printable(suite)}\n`);
  return { earlier: [earlier], isSame: (past, { suite }) => past.suite === suite };
}
