/** By nearest rank: the smallest value that at least so many percent of all are not above. Null of no values. */
export function percentile(sorted: ReadonlyArray<number>, percent: number): number | null {
  // Divided last, so that 95 % of 20 is exactly the 19th.
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  return sorted[rank - 1] ?? null;
}

/** A copy in ascending order. */
export function ascending(values: ReadonlyArray<number>): ReadonlyArray<number> {
  return values.toSorted((a, b) => a - b);
}
