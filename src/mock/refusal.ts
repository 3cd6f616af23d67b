import type { ResponseExpectation } from "../manifest/model.ts";

/** An answer that is not the happy one. */
export interface Refusal {
  readonly code: number;
  /** In a few words, as the log has it. */
  readonly reason: string;
  /** What the client is told; default: the reason. */
  readonly message?: string;
  /** Fields of the body that are wrong. */
  readonly fields?: ReadonlyArray<FieldProblem>;
  /** Where the thing is that this one conflicts with. */
  readonly existing?: string;
  readonly headers?: Readonly<Record<string, string | ReadonlyArray<string>>>;
  /** What the manifest says of this answer; absent: what it says of the code. */
  readonly response?: ResponseExpectation;
}

export interface FieldProblem {
  readonly field: string;
  /** `is missing`, `is not a number`. */
  readonly message: string;
}
