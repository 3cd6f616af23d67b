/** `error`: an assertion. `warning`: said with console.warn, fails nothing. `off`: not checked. */
export type Level = "error" | "warning" | "off";

/** One thing a response must be. */
export interface Rule {
  /** The sentence that is the name of the test. */
  readonly title: string;
  readonly level: Level;
  /** The codes it speaks of; absent: every response. The script leaves it out when another code came. */
  readonly codes?: ReadonlyArray<number>;
  /** The methods it speaks of; absent: all. */
  readonly methods?: ReadonlyArray<string>;
  /** It speaks of a body: left out where none can come. */
  readonly needsBody?: true;
  /** Kinds of credentials with which breaking it is a matter of taste. */
  readonly onlyWarnsFor?: ReadonlyArray<string>;
  /** Other cases are built on it, so its level cannot be changed. */
  readonly isFixed?: true;
  /**
   * Who decides it. Absent: a check of the cases whose code and method it speaks of, with a partial in templates/checks/.
   * `plan`: the same, added to a case by whoever knows what it compares. `collection`: the collection's own script, after every
   * request, with a partial in templates/every/. `run`: the runner, of what never became a response. `suite`: a whole run.
   */
  readonly at?: "plan" | "collection" | "run" | "suite";
  /** The profile that switches it on; absent: every one. `rules:` overrides it. */
  readonly from?: "standard" | "thorough";
  /** Where a naive check fails a correct API. */
  readonly trap?: string;
  /** Why it is right, in one sentence. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
}
