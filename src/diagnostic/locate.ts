import type { Span } from "./diagnostic.ts";
import { buildLineIndex, type LineIndex, lineAt, positionAt } from "./line-index.ts";

/** A text by its name: whatever a span can point into. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Where a span stands, 1-based; `length` is the number of characters to underline on its first line, at least one. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A look-up from spans to locations that reads each text once. A span into an unknown file is at its first character. */
export function createLocator(sources: ReadonlyArray<SourceText>): (span: Span) => Location {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const indexes = new Map<string, LineIndex>();
  return ({ file, start, end }) => {
    const text = texts.get(file);
    if (text === undefined) return { file, line: 1, column: 1, length: 1 };
    const index = indexes.get(file) ?? buildLineIndex(text);
    indexes.set(file, index);
    const { line, column } = positionAt(index, start);
    const rest = lineAt(text, index, line).length - (column - 1);
    return { file, line, column, length: Math.max(1, Math.min(end - start, rest)) };
  };
}
