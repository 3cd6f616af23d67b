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
  /** Why it is right, in one sentence. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
}
