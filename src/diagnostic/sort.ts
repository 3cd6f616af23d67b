import type { Diagnostic } from "./diagnostic.ts";
import type { SourceText } from "./locate.ts";

/** In the order of the files and then of the text, each mistake once; those without a place come first. */
export function sortDiagnostics(
  diagnostics: ReadonlyArray<Diagnostic>,
  sources: ReadonlyArray<SourceText>,
): ReadonlyArray<Diagnostic> {
  const order = new Map(sources.map(({ file }, index) => [file, index]));
  const rank = ({ span }: Diagnostic): number => (span ? (order.get(span.file) ?? sources.length) : -1);
  const unique = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0),
  );
}
