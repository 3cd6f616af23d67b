import type { FaultId } from "../mock/faults.ts";

/** Which mistakes of an API a suite catches: those that its manifest leaves room for, put into the mock one at a time. */
export interface Proof {
  readonly suite: string;
  /** Of the run without a fault, which was green. */
  readonly cases: number;
  readonly faults: ReadonlyArray<FaultProof>;
  /** Faults that this API cannot have. */
  readonly inapplicable: ReadonlyArray<FaultId>;
  readonly durationMs: number;
}

/** What became of one fault. */
export interface FaultProof {
  readonly id: FaultId;
  readonly mistake: string;
  /** The statement of the guide or of an RFC that it breaks. */
  readonly breaks: string;
  /** Where it was put in, as the manifest writes it. */
  readonly endpoints: ReadonlyArray<string>;
  /** `warned`: the suite spoke of it, and stayed green. */
  readonly verdict: "caught" | "warned" | "missed";
  /** What turned red, or warned; the first of a rule only. */
  readonly evidence: ReadonlyArray<Evidence>;
  /** What to write into the manifest so that it is caught; empty where it was. */
  readonly remedies: ReadonlyArray<string>;
}

export interface Evidence {
  /** Title of the case; of a rule that only the whole run can break, the first that showed it. */
  readonly case: string;
  readonly rule: string;
  readonly message: string;
}
