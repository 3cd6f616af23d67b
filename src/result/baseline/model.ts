/** A failure that is known and let pass until a day. */
export interface KnownDeviation {
  /** Id of the case, or `suite` where a rule of the whole suite is broken. */
  readonly case: string;
  /** Id of the rule that is broken, or title of the test. */
  readonly rule: string;
  readonly reason: string;
  /** `2027-01-31`: the last day on which it is let pass. */
  readonly expires: string;
}

/** A file of known deviations, as it was read. */
export interface Baseline {
  readonly file: string;
  readonly known: ReadonlyArray<KnownDeviation>;
}

/** A file of known deviations against what came. */
export interface BaselineResult {
  readonly file: string;
  /** Cases of which nothing failed that is not in the file, and findings of the suite that are in it. */
  readonly known: number;
  /** In the file, and did not occur although their case was sent: to be taken out. */
  readonly gone: ReadonlyArray<KnownDeviation>;
  /** In the file, and their day was over when the run began. */
  readonly expired: ReadonlyArray<KnownDeviation>;
}
