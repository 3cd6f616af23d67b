import type { CodePattern, Manifest, ResponseExpectation, RuleLevels } from "../manifest/model.ts";
import type { Check } from "./model.ts";

/** What decides which checks a case gets. */
export interface CheckChoice {
  readonly manifest: Manifest;
  /** The endpoint's own `rules`. */
  readonly rules: RuleLevels;
  readonly method: string;
  /** Kind of the credentials that are sent or withheld. */
  readonly authKind?: string;
  readonly expected: CodePattern;
  readonly also: ReadonlyArray<number>;
  readonly response?: ResponseExpectation;
  /** Checks that only this case needs, before levels are applied. */
  readonly extra?: ReadonlyArray<RuleCheck>;
}

/** A check before its level is known. */
export type RuleCheck = Omit<Check, "level" | "id"> & { readonly id?: string };
