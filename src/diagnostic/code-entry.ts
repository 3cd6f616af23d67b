import type { Severity, Span } from "./diagnostic.ts";

/** How a diagnostic is worded. */
export interface CodeEntry<Args> {
  readonly severity: Severity;
  readonly message: (args: Args) => string;
  /** The short text beside the carets: what to write instead. */
  readonly label?: (args: Args) => string | undefined;
  /** A second place that explains the first. */
  readonly related?: (args: Args) => Related | undefined;
}

/** Another place with what is to be said of it. */
export interface Related {
  readonly span: Span;
  readonly label: string;
}

/** An entry of a table of codes, with the type of its arguments. */
export function entry<Args = Record<string, never>>(value: CodeEntry<Args>): CodeEntry<Args> {
  return value;
}

/** `one of a, b, c`; cut short where there are many, and nothing where there are none. */
export function oneOf(known: ReadonlyArray<string>): string | undefined {
  if (known.length === 0) return undefined;
  return `one of ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}`;
}

/** `did you mean "expect"?`, or nothing where nothing is near. */
export function didYouMean(nearest: string | undefined): string | undefined {
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
