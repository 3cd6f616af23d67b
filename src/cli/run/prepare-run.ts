import type { Source } from "../../manifest/model.ts";
import type { Plan } from "../../plan/model.ts";
import { type Selection, selectPlan } from "../../plan/select.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { CaseRun } from "../../result/model.ts";
import { owedCases } from "../../run/run-head.ts";
import type { Suite } from "../../run/suite.ts";
import type { Io } from "../io.ts";
import { runFileIn } from "../run-file.ts";
import { type RunFlags, readEnvFile, readPattern } from "../run-flags.ts";
import { type Share, takeShard } from "../take-shard.ts";
import { UsageError } from "../usage-error.ts";
import { finishedCases, lastDurations, notGreen, readEarlierRun } from "./earlier-run.ts";
import { loadSuites } from "./load-suites.ts";
import type { LoadedSuite } from "./loaded-suite.ts";
import { placesOf } from "./places.ts";

/** All that is known before the first request. */
export interface PreparedRun extends Pick<Share, "shard"> {
  readonly suites: ReadonlyArray<Suite>;
  /** Name of the environment, for the report. */
  readonly environment: string;
  readonly sources: ReadonlyArray<Source>;
  readonly durations: ReadonlyMap<string, number>;
  /** Of a run that is taken up again. */
  readonly finished: ReadonlyMap<string, CaseRun>;
  /** The whole plans, whatever of them is asked for. */
  readonly whole: ReadonlyArray<Plan>;
  /** Case id -> place in the whole plans. */
  readonly places: ReadonlyMap<string, number>;
  /** Ends the mock, where there is one. */
  readonly close: () => Promise<void>;
}

export interface PrepareOptions {
  readonly flags: RunFlags;
  readonly io: Io;
  /** Told the name of each file that is read. */
  readonly onRead?: (file: string) => void;
  /** Only these cases of the plans. */
  readonly only?: (plans: ReadonlyArray<Plan>) => ReadonlySet<string>;
}

/** Reads what is to be run; an exit code where nothing is. */
export async function prepareRun(
  files: ReadonlyArray<string>,
  { flags, io, onRead, only }: PrepareOptions,
): Promise<PreparedRun | number> {
  const env = { ...io.env, ...(flags.envFile === undefined ? {} : readEnvFile(flags.envFile)) };
  const loaded = loadSuites(files, { flags, io: { ...io, env }, ...(onRead && { onRead }) });
  if (loaded === undefined) return exitCodes.badInput;
  const shares = chooseCases(loaded, { flags, io, only });
  if (shares === undefined) {
    io.stderr("nothing to do\n");
    return exitCodes.proven;
  }
  const close = async (): Promise<void> => {
    for (const one of loaded) await one.close();
  };
  try {
    const suites = await startAll(loaded, shares);
    if (suites !== undefined)
      return { ...whatIsKnown(loaded, shares, flags), ...resumed(suites, flags, io), suites, close };
    await close();
    return exitCodes.badInput;
  } catch (error) {
    await close();
    throw error;
  }
}

/** `planned`: how many cases all shards have together. `isPartial`: not all of the plan was asked for. */
type Choice = Share & { readonly planned?: number; readonly isPartial: boolean };

type Asked = Pick<PrepareOptions, "flags" | "io"> & { readonly only: PrepareOptions["only"] };

/** The part of each suite that is asked for; undefined: there is nothing to do, and that is all right. */
function chooseCases(
  loaded: ReadonlyArray<LoadedSuite>,
  { flags, io, only }: Asked,
): ReadonlyArray<Choice> | undefined {
  const plans = loaded.map(({ plan }) => plan);
  const wanted = [failedThen(plans, flags, io), only?.(plans)].filter((ids) => ids !== undefined);
  if (wanted.some(({ size }) => size === 0)) return undefined;
  const selected = loaded.map(({ plan, isReadOnly }) => select(plan, { flags, isReadOnly, wanted }));
  if (selected.every(({ groups }) => groups.length === 0)) {
    throw new UsageError("no case is left: --grep, --tag and --failed match nothing together");
  }
  // What is to be said of the shard is said once.
  return selected.map((plan, at) => {
    const share = takeShard(plan, flags, at === 0 ? io : { ...io, stderr: () => {} });
    const planned = owedCases([{ plan }]);
    const isPartial = planned < owedCases(loaded.slice(at, at + 1));
    return { ...share, isPartial, ...(share.shard !== undefined && { planned }) };
  });
}

/** undefined: what keeps one of them from being run was said. */
async function startAll(
  loaded: ReadonlyArray<LoadedSuite>,
  choices: ReadonlyArray<Choice>,
): Promise<ReadonlyArray<Suite> | undefined> {
  const suites: Suite[] = [];
  for (const [at, one] of loaded.entries()) {
    const { plan = one.plan, isPartial = false, planned } = choices[at] ?? {};
    const suite = await one.start(plan);
    if (suite === undefined) return undefined;
    suites.push({ ...suite, environment: one.environment, isPartial, ...(planned !== undefined && { planned }) });
  }
  return suites;
}

function whatIsKnown(loaded: ReadonlyArray<LoadedSuite>, [first]: ReadonlyArray<Share>, flags: RunFlags) {
  return {
    ...(first?.shard && { shard: first.shard }),
    whole: loaded.map(({ plan }) => plan),
    places: placesOf(loaded.map(({ plan }) => plan)),
    environment: [...new Set(loaded.map(({ environment }) => environment).filter((name) => name !== ""))].join(", "),
    sources: loaded.flatMap(({ sources }) => sources),
    durations: lastDurations(runFileIn(flags.out)),
  };
}

function resumed(suites: ReadonlyArray<Suite>, flags: RunFlags, io: Io): Pick<PreparedRun, "finished"> {
  const file = runFileIn(flags.out);
  return { finished: flags.resume ? finishedCases(suites, readEarlierRun(file, io), file) : new Map() };
}

interface Wishes {
  readonly flags: RunFlags;
  readonly isReadOnly: boolean;
  /** Sets of ids of which a case must be in each. */
  readonly wanted: ReadonlyArray<ReadonlySet<string>>;
}

function select(plan: Plan, { flags, isReadOnly, wanted }: Wishes): Plan {
  const selection: Selection = {
    ...(flags.grep !== undefined && { grep: readPattern(flags.grep) }),
    ...(wanted.length > 0 && { only: ({ id }) => wanted.every((ids) => ids.has(id)) }),
    tags: flags.tag ?? [],
    isReadOnly: flags.readOnly === true || isReadOnly,
  };
  return selectPlan(plan, selection);
}

function failedThen(plans: ReadonlyArray<Plan>, { failed }: RunFlags, io: Io): ReadonlySet<string> | undefined {
  return failed === undefined ? undefined : notGreen(readEarlierRun(failed, io), plans);
}
