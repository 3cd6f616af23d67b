/** A part of a text with what takes its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** The text with its parts replaced; they are in order, and do not overlap. */
export function splice(text: string, parts: ReadonlyArray<Splice>): string {
  if (parts.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, by } of parts) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), by);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
