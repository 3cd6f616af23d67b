/** `error`: wrong by an RFC or by the manifest's own words. `warning`: something is probably missing. `hint`: a matter of taste. */
export type LintLevel = "error" | "warning" | "hint";

/** What the user may set. */
export type LintSetting = LintLevel | "off";

/** One fault of an API, or of the manifest that describes it, which shows before anything is sent. */
export interface Lint {
  readonly level: LintLevel;
  /** What is found, as a clause that is read behind the name of the endpoint. */
  readonly finds: string;
  /** What to do about it: the words beside the carets. */
  readonly fix: string;
  /** Why it is a fault, in one sentence. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
  /** The codes it speaks of. */
  readonly codes?: ReadonlyArray<number>;
  /** Where the find may be right all the same. */
  readonly trap?: string;
}
