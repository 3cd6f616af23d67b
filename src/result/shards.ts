import type { CaseRun } from "./model.ts";
import type { SuitePart } from "./part.ts";

/** More names than these nobody reads: a run file may come from anywhere, and say that it is one of a thousand million. */
const mostNamed = 50;

/** The shards that are not there, as `2/4`. A run of the whole suite beside them lacks nothing. */
export function missingShards(parts: ReadonlyArray<SuitePart>): ReadonlyArray<string> {
  if (parts.some(({ shard }) => shard === undefined)) return [];
  const totals = new Set(parts.map(({ shard }) => shard?.of ?? 1));
  return [...totals].flatMap((of) => missingOf(of, new Set(parts.flatMap(({ shard }) => indexOf(shard, of)))));
}

function indexOf(shard: SuitePart["shard"], of: number): ReadonlyArray<number> {
  return shard?.of === of && shard.index >= 1 && shard.index <= of ? [shard.index] : [];
}

function missingOf(of: number, there: ReadonlySet<number>): ReadonlyArray<string> {
  const names: string[] = [];
  for (let index = 1; index <= of && names.length < mostNamed; index += 1) {
    if (!there.has(index)) names.push(`${index}/${of}`);
  }
  const more = of - there.size - names.length;
  return more > 0 ? [...names.slice(0, -1), `${names.at(-1)} (and ${more} more)`] : names;
}

/** Says so where all shards are there and cases are missing all the same: shards that were cut differently do not fit together. */
export function shardGap(
  parts: ReadonlyArray<SuitePart>,
  cases: ReadonlyArray<Pick<CaseRun, "isOptional">>,
): string | undefined {
  // A clean-up that came on top must not stand for a case that did not come.
  const found = cases.filter(({ isOptional }) => !isOptional).length;
  const planned = Math.max(0, ...parts.map(({ planned = 0 }) => planned));
  if (missingShards(parts).length > 0 || found >= planned || parts.some(({ shard }) => shard === undefined)) {
    return undefined;
  }
  return `the shards have ${found} of ${planned} cases: give each of them the same --durations`;
}
