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

/** A file of known deviations against what came. */
export interface BaselineResult {
  readonly file: string;
  /** Of these cases nothing failed that is not in the file. */
  readonly known: number;
  /** In the file, and did not occur: to be taken out. */
  readonly gone: ReadonlyArray<KnownDeviation>;
  /** In the file, and their day is over. */
  readonly expired: ReadonlyArray<KnownDeviation>;
}
