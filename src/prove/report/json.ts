import { caughtShare } from "../prove.ts";
import type { ProofReporter } from "./proof-reporter.ts";

/** The proof as one JSON object, with the share that was caught. Keys keep their order. */
export const renderProofJson: ProofReporter = (proof) => {
  const { suite, cases, durationMs, faults, inapplicable } = proof;
  const report = {
    format: "newmanifest-proof",
    version: 1,
    suite,
    cases,
    durationMs,
    caughtShare: caughtShare(proof),
    faults,
    inapplicable,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
