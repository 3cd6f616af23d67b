import type { SourceText } from "../diagnostic/locate.ts";
import type { Result } from "../result/result.ts";

/** How a report is drawn. A reporter ignores what its format has no use for. */
export interface ReportOptions {
  /** ANSI colours; default: none. */
  readonly color?: boolean;
  /** Columns of the terminal; default 80, at least 40. */
  readonly width?: number;
  /** The manifest, to draw the lines that failures point at; default: no frames. */
  readonly sources?: ReadonlyArray<SourceText>;
}

/** Draws a result; in pieces, where it may be longer than memory holds. Writing it somewhere is the caller's. */
export type Reporter = (result: Result, options?: ReportOptions) => string | Iterable<string>;

/** Draws a result as a folder of files: their names and what is in them. */
export type FolderReporter = (
  result: Result,
  options?: ReportOptions,
) => Iterable<{ readonly name: string; readonly text: string }>;
