import type { Proof } from "../model.ts";

/** How a proof is drawn. */
export interface ProofReportOptions {
  /** ANSI colours; default: none. */
  readonly color?: boolean;
  /** Columns of the terminal; default 80, at least 40. */
  readonly width?: number;
}

/** Draws a proof. Writing it somewhere is the caller's. */
export type ProofReporter = (proof: Proof, options?: ProofReportOptions) => string;
