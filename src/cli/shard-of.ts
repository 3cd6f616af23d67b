import { InvalidArgumentError } from "commander";
import type { Shard } from "../plan/shard.ts";
import { type CiVariables, ciVariables } from "./ci-variables.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** A shard, and who says so where the command line does not. */
export interface ChosenShard {
  readonly shard: Shard;
  /** `GitLab's CI_NODE_INDEX, CI_NODE_TOTAL`. */
  readonly from?: string;
}

/** `--shard 2/4`. */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new InvalidArgumentError("Write which part and of how many, 2/4: the first is 1/4, the last 4/4.");
}

/** The shard that is asked for, or that the CI's own variables say; nothing where it is all of the plan. */
export function shardOf(asked: Shard | undefined, env: Io["env"]): ChosenShard | undefined {
  if (asked !== undefined) return asked.of === 1 ? undefined : { shard: asked };
  const said = ciVariables.flatMap((ci) => ciShard(ci, env) ?? []);
  const [first, other] = said.filter((one, at) => said.findIndex((earlier) => isSame(earlier, one)) === at);
  if (first === undefined || other === undefined) return first;
  throw new UsageError(`${words(first)} and ${words(other)} contradict each other: ${wayOut}`);
}

/** `2/4`, as `--shard` takes it. */
export function shardText({ index, of }: Shard): string {
  return `${index}/${of}`;
}

const wayOut = "say it with --shard 2/4, or run everything with --shard 1/1";

function isSame({ shard }: ChosenShard, other: ChosenShard): boolean {
  return shard.index === other.shard.index && shard.of === other.shard.of;
}

function words({ shard, from }: ChosenShard): string {
  return `shard ${shardText(shard)} (${from})`;
}

/** What one CI's variables say. They may be there without any meaning: a total of 1 is that of a job that is not split. */
function ciShard(ci: CiVariables, env: Io["env"]): ChosenShard | undefined {
  if (ci.only?.holds(env) === false) return undefined;
  // An empty variable is one that somebody passed on without having it.
  const [index, total] = [env[ci.index] || undefined, env[ci.total] || undefined];
  if (total === undefined && index === undefined) return undefined;
  const of = total === undefined ? undefined : numberIn(total, ci.total);
  if (of === 1) return undefined;
  if (of === undefined) throw mistake(`${ci.index} is set, and ${ci.total} is not`);
  if (of === 0) throw mistake(`${ci.total} is 0`);
  if (index === undefined) throw mistake(`${ci.total} is ${of}, and ${ci.index} is not set`);
  const shard = { index: numberIn(index, ci.index) - ci.first + 1, of };
  if (shard.index < 1 || shard.index > of) {
    throw mistake(`${ci.index} is ${index}, where ${ci.name} counts from ${ci.first} to ${of - 1 + ci.first}`);
  }
  return { shard, from: `${ci.name}'${ci.name.endsWith("s") ? "" : "s"} ${ci.index}, ${ci.total}` };
}

function numberIn(text: string, variable: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw mistake(`${variable} is ${JSON.stringify(text)}, which is no whole number`);
}

function mistake(what: string): UsageError {
  return new UsageError(`${what}, so it is not known which shard this is: ${wayOut}`);
}
