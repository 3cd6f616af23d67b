import type { SourceText } from "../diagnostic/locate.ts";
import type { Run } from "../result/model.ts";

/** How a report is drawn. A reporter ignores what its format has no use for. */
export interface ReportOptions {
  /** ANSI colours; default: none. */
  readonly color?: boolean;
  /** Columns of the terminal; default 80, at least 40. */
  readonly width?: number;
  /** The manifest, to draw the lines that failures point at; default: no frames. */
  readonly sources?: ReadonlyArray<SourceText>;
}

/** Draws a run. Writing it somewhere is the caller's. */
export type Reporter = (run: Run, options?: ReportOptions) => string;
