import { existsSync } from "node:fs";
import { weightFrom } from "../plan/case-weight.ts";
import type { Plan } from "../plan/model.ts";
import { type Shard, shardPlan } from "../plan/shard.ts";
import { durationsOf } from "../result/durations.ts";
import type { Io } from "./io.ts";
import { readEarlierRun } from "./run/earlier-run.ts";
import type { RunFlags } from "./run-flags.ts";
import { shardOf, shardText } from "./shard-of.ts";

/** What this run has to do. */
export interface Share {
  readonly plan: Plan;
  /** Absent: it is all of the plan. */
  readonly shard?: Shard;
}

/** The part of the plan that is this run's. A shard with nothing to do is no mistake: a CI starts as many jobs as it was told. */
export function takeShard(plan: Plan, flags: Pick<RunFlags, "shard" | "durations">, io: Io): Share {
  const chosen = shardOf(flags.shard, io.env);
  if (chosen === undefined) return { plan };
  const { shard, from } = chosen;
  if (from !== undefined) io.stderr(`shard ${shardText(shard)} (${from})\n`);
  const share = shardPlan(plan, shard, weightFrom(readDurations(flags.durations ?? [], io)));
  if (share.groups.length === 0) {
    io.stderr(`note: nothing to do for shard ${shardText(shard)}: there are more shards than groups of cases\n`);
  }
  return { plan: share, shard };
}

/** How long the cases took in earlier runs; what a later file says of a case counts. */
function readDurations(files: ReadonlyArray<string>, io: Io): ReadonlyMap<string, number> {
  const durations = new Map<string, number>();
  for (const file of files) for (const [id, ms] of durationsIn(file, io)) durations.set(id, ms);
  return durations;
}

function durationsIn(file: string, io: Io): ReadonlyMap<string, number> {
  if (!existsSync(file)) {
    // The first run of a CI has no earlier one.
    io.stderr(`note: there is no ${file}: cases whose durations are not known count the same\n`);
    return new Map();
  }
  return durationsOf(readEarlierRun(file, io).cases);
}
