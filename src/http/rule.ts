/** `error`: an assertion. `warning`: said with console.warn, fails nothing. `off`: not checked. */
export type Level = "error" | "warning" | "off";

/** What the generator knows of a case when it chooses the rules for it. */
export interface CaseFacts {
  readonly method: string;
  /** The codes a correct server may answer with here; empty when only a class is known. */
  readonly codes: ReadonlyArray<number>;
}

/** One thing a response must be. */
export interface Rule {
  /** The sentence that is the name of the test. */
  readonly title: string;
  readonly level: Level;
  /** The codes it speaks of; absent: every response. The script skips it when another code came. */
  readonly codes?: ReadonlyArray<number>;
  /** Further conditions on the request; absent: none. */
  readonly methods?: ReadonlyArray<string>;
  /** Why it is right, in one sentence. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
}
