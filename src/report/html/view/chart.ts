import type { Outcome } from "../../../result/model.ts";

/** A chart and the table that says the same: a row for each label, a column for each series. */
export interface Chart {
  readonly id: string;
  readonly kind: "bar" | "line";
  readonly isStacked: boolean;
  readonly isSideways: boolean;
  readonly unit: "cases" | "ms" | "%";
  readonly title: string;
  readonly about: string;
  readonly head: string;
  readonly labels: ReadonlyArray<string>;
  readonly series: ReadonlyArray<Series>;
}

export interface Series {
  readonly name: string;
  /** Name of its colour in the style sheet. */
  readonly tone: string;
  readonly values: ReadonlyArray<number | null>;
}

/** In the order in which they are stacked. */
export const outcomes = [
  "passed",
  "failed",
  "errored",
  "flaky",
  "inconclusive",
  "unproven",
  "skipped",
] as const satisfies ReadonlyArray<Outcome>;
