/** One figure of a run: what it counts, and what it is good for. src/result/metrics/ computes it. */
export interface Metric {
  /** What is measured, as a noun phrase. */
  readonly title: string;
  /** `share`: 0 to 1, with the two counts behind it. `times`: how many times as much. */
  readonly unit: "share" | "count" | "ms" | "times";
  /** Why anybody looks at it, in one sentence. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
  /** What a striking value suggests, or what it must not be taken for. */
  readonly hint?: string;
}
