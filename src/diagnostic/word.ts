import type { CodeEntry, Related } from "./code-entry.ts";
import { codes } from "./codes.ts";
import type { Diagnostic, DiagnosticArgs, DiagnosticCode, Severity } from "./diagnostic.ts";

/** A diagnostic in words. */
export interface Wording {
  readonly severity: Severity;
  readonly message: string;
  readonly label?: string;
  readonly related?: Related;
}

type Entries = { readonly [C in DiagnosticCode]: CodeEntry<DiagnosticArgs<C>> };
type Coded<C extends DiagnosticCode> = { readonly code: C; readonly args: DiagnosticArgs<C> };

/** What the table of codes says about this mistake. */
export function wordDiagnostic(diagnostic: Diagnostic): Wording {
  return wordCoded(diagnostic);
}

function wordCoded<C extends DiagnosticCode>({ code, args }: Coded<C>): Wording {
  const entries: Entries = codes;
  const found = entries[code];
  const label = found.label?.(args);
  const related = found.related?.(args);
  return {
    severity: found.severity,
    message: found.message(args),
    ...(label !== undefined && { label }),
    ...(related !== undefined && { related }),
  };
}

/** Whether this one stops a command. */
export function isError({ code }: Diagnostic): boolean {
  return codes[code].severity === "error";
}
