import type { MatrixCell, Outcome } from "../../result/model.ts";
import type { Style } from "./paint.ts";

/** One character that can be told from the others without colour. */
export interface Mark {
  readonly mark: string;
  readonly style: Style;
}

/** What stands for a state or an outcome; in the order of the legend. */
export const marks = {
  proven: { mark: "●", style: "green" },
  failed: { mark: "✗", style: "red" },
  errored: { mark: "!", style: "red" },
  inconclusive: { mark: "?", style: "yellow" },
  unproven: { mark: "○", style: "yellow" },
  skipped: { mark: "-", style: "dim" },
  implied: { mark: "·", style: "green" },
  flaky: { mark: "~", style: "yellow" },
  warning: { mark: "▲", style: "yellow" },
  known: { mark: "=", style: "dim" },
  fixed: { mark: "✓", style: "green" },
} as const satisfies Record<MatrixCell["state"] | Exclude<Outcome, "passed"> | "warning" | "known" | "fixed", Mark>;
