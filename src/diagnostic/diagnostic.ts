import type { codes } from "./codes.ts";

/** A piece of a source text: half-open range of UTF-16 offsets. Lines and columns are made from it only when printing. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** `error` stops a command with exit code 2; `warning` and `hint` are printed and let it go on. */
export type Severity = "error" | "warning" | "hint";

export type DiagnosticCode = keyof typeof codes;

/** What the message of a code needs to be worded, taken from the table. */
export type DiagnosticArgs<C extends DiagnosticCode> = Parameters<(typeof codes)[C]["message"]>[0];

/** One mistake of the user: what (`code`, `args`) and where (`span`; absent when no file is to blame). */
export type Diagnostic = {
  readonly [C in DiagnosticCode]: { readonly code: C; readonly args: DiagnosticArgs<C>; readonly span?: Span };
}[DiagnosticCode];

/** Collects diagnostics while a stage goes on with what it could understand. */
export type Report = (diagnostic: Diagnostic) => void;
