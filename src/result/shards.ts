import type { SuitePart } from "./part.ts";

/** The shards that are not there, as `2/4`. A run of the whole suite beside them lacks nothing. */
export function missingShards(parts: ReadonlyArray<SuitePart>): ReadonlyArray<string> {
  if (parts.some(({ shard }) => shard === undefined)) return [];
  const totals = new Set(parts.map(({ shard }) => shard?.of ?? 1));
  return [...totals].flatMap((of) => {
    const there = new Set(parts.filter(({ shard }) => shard?.of === of).map(({ shard }) => shard?.index));
    const all = Array.from({ length: of }, (_, index) => index + 1);
    return all.filter((index) => !there.has(index)).map((index) => `${index}/${of}`);
  });
}

/** Says so where all shards are there and cases are missing all the same: shards that were cut differently do not fit together. */
export function shardGap(parts: ReadonlyArray<SuitePart>, found: number): string | undefined {
  const planned = Math.max(0, ...parts.map(({ planned = 0 }) => planned));
  if (missingShards(parts).length > 0 || found >= planned || parts.some(({ shard }) => shard === undefined)) {
    return undefined;
  }
  return `the shards have ${found} of ${planned} cases: give each of them the same --durations`;
}
