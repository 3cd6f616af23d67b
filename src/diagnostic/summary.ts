import type { Diagnostic, Severity } from "./diagnostic.ts";
import { wordDiagnostic } from "./word.ts";

/** `3 errors, 1 warning`; empty when there is nothing to say. */
export function summarizeDiagnostics(diagnostics: ReadonlyArray<Diagnostic>): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const diagnostic of diagnostics) counts[wordDiagnostic(diagnostic).severity] += 1;
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}
