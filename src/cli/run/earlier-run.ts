import { readFileSync, statSync } from "node:fs";
import type { Plan } from "../../plan/model.ts";
import type { CaseRun, Run } from "../../result/model.ts";
import { isNeverSent } from "../../result/never-sent.ts";
import { outcomes } from "../../result/outcome.ts";
import { parseRunFile } from "../../result/parse-run-file.ts";
import { bytesOfFile } from "../../result/run-file/bytes.ts";
import type { Suite } from "../../run/suite.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

/** Reads the file of an earlier run; what is wrong with it is said. */
export function readEarlierRun(file: string, io: Io): Run {
  const { run, problems } = guard(`read ${file}`, () => parseFile(file));
  const [problem] = problems;
  if (run === undefined) throw new UsageError(`${file}: ${problem?.message ?? "it holds no run"}`);
  for (const { line, message } of problems) io.stderr(`${file}:${line}: ${message}\n`);
  return run;
}

/** A file may be longer than any text. */
function parseFile(file: string): ReturnType<typeof parseRunFile> {
  const bytes = bytesOfFile(file);
  try {
    return parseRunFile(bytes);
  } finally {
    bytes.close();
  }
}

/** The ids of cases that were not green: those are to be run again. Of a run that broke, also those that it never came to. */
export function notGreen(run: Run, plans: ReadonlyArray<Plan>): ReadonlySet<string> {
  const green: ReadonlySet<string> = new Set(["passed", "unproven", "skipped"]);
  const became = outcomes(run.cases);
  const red = [...became].filter(([, outcome]) => !green.has(outcome)).map(([id]) => id);
  if (run.broken === undefined) return new Set(red);
  const planned = plans.flatMap(({ groups }) => groups.flatMap(({ cases }) => cases.map(({ id }) => id)));
  return new Set([...red, ...planned.filter((id) => !became.has(id))]);
}

/** What an interrupted run has come to: the cases of groups that have ended, by id. The rest of a group cannot be run without it. */
export function finishedCases(suites: ReadonlyArray<Suite>, run: Run, file: string): ReadonlyMap<string, CaseRun> {
  const name = suites.map(({ plan }) => plan.suite).join(", ");
  if (run.suite !== name) throw new UsageError(`${file} is of another suite: ${run.suite}`);
  const ended = new Map(run.cases.map((one) => [one.id, one]));
  const groups = suites.flatMap(({ plan }) => plan.groups);
  const ids = new Set(groups.flatMap(({ cases }) => cases.map(({ id }) => id)));
  const stranger = run.cases.find(({ id }) => !ids.has(id));
  if (stranger !== undefined)
    throw new UsageError(
      `cannot resume ${file}: it has "${stranger.title}", which is not asked for now; run it as before, or without --resume`,
    );
  const whole = groups.filter(({ cases }) =>
    cases.every((one) => one.request === undefined || isSettled(ended.get(one.id)) || one.before?.kind === "cleanup"),
  );
  const kept = whole.flatMap(({ cases }) => cases.flatMap((one) => ended.get(one.id) ?? []));
  return new Map(kept.map((one) => [one.id, one]));
}

function isSettled(one: CaseRun | undefined): boolean {
  return one !== undefined && one.attempts.length > 0 && !isNeverSent(one);
}

/** A file of many megabytes takes longer to read than what it tells can save. */
const mostBytes = 60_000_000;

/** How long cases took in the run that the folder still holds, by id; nothing where it holds none. */
export function lastDurations(file: string): ReadonlyMap<string, number> {
  const durations = new Map<string, number>();
  for (const line of textOf(file).split("\n")) {
    const [id, ms] = durationIn(line) ?? [];
    if (id !== undefined && ms !== undefined) durations.set(id, ms);
  }
  return durations;
}

/** It is only good for the order of the groups: whoever writes it will say what is wrong with it. */
function textOf(file: string): string {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= mostBytes ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}

function durationIn(line: string): readonly [string, number] | undefined {
  try {
    const { id, attempts } = JSON.parse(line);
    const ms = attempts?.at(-1)?.durationMs;
    return typeof id === "string" && typeof ms === "number" ? [id, ms] : undefined;
  } catch {
    return undefined;
  }
}
