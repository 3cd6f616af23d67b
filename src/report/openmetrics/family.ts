import type { Result } from "../../result/result.ts";

/** A metric with all its series. */
export interface Family {
  readonly name: string;
  readonly type: "gauge" | "summary";
  /** The name ends with it. */
  readonly unit?: "seconds" | "ratio";
  readonly help: string;
  /** Equal series are added. */
  readonly isCount?: true;
  readonly samples: (result: Result) => Iterable<Sample>;
}

export interface Sample {
  readonly suffix?: "_sum" | "_count";
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
