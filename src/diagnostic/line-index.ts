/** Offsets at which the lines of a text start; the first is 0. */
export type LineIndex = ReadonlyArray<number>;

/** A position as editors count: from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Made once for a text, it answers any number of look-ups. */
export function buildLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The position of an offset; one past the end of the text is on its last line. */
export function positionAt(index: LineIndex, offset: number): Position {
  let low = 0;
  let high = index.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((index[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (index[low] ?? 0) + 1 };
}

/** The text of a line, counted from 1, without its line break. */
export function lineAt(text: string, index: LineIndex, line: number): string {
  const start = index[line - 1] ?? text.length;
  const end = index[line] ?? text.length + 1;
  return text.slice(start, end - 1).replace(/\r$/, "");
}
