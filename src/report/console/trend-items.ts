import type { TrendName } from "../../result/history/model.ts";
import { trendValues } from "../../result/history/past-suite.ts";
import type { SuiteResult } from "../../result/result.ts";
import type { Segment } from "./paint.ts";

interface TrendWords {
  readonly name: TrendName;
  readonly label: string;
  /** What a value is multiplied with, and how many places are shown. */
  readonly factor: number;
  readonly places: number;
  readonly unit: string;
}

const rows: ReadonlyArray<TrendWords> = [
  { name: "successRate", label: "2xx", factor: 100, places: 1, unit: "%" },
  { name: "asExpected", label: "as expected", factor: 100, places: 1, unit: "%" },
  { name: "p95", label: "p95", factor: 1, places: 0, unit: "ms" },
];

/** More runs than these do not fit a line. */
const shown = 4;

/** `2xx 45.1 45.1 > 40 %`: the last runs, oldest first, and after the arrow this one. */
export function trendItems(suite: SuiteResult): ReadonlyArray<Segment> {
  const runs = suite.history?.runs.slice(-shown) ?? [];
  if (runs.length === 0) return [];
  const now = trendValues(suite);
  return rows.flatMap(({ name, label, factor, places, unit }) => {
    const text = (value: number | null) => (value === null ? "-" : String(Number((value * factor).toFixed(places))));
    if (now[name] === null) return [];
    const before = runs.map(({ values }) => text(values[name])).join(" ");
    return [{ text: `${label} ${before} > ${text(now[name])} ${unit}` }];
  });
}
