import { columns, cutEnd } from "./columns.ts";
import type { Line, Segment } from "./paint.ts";

export interface FlowOptions {
  readonly width: number;
  readonly separator: string;
  /** Blanks before each line. */
  readonly indent: number;
}

/** Short items one after the other, on as few lines as they need. */
export function flowLines(items: ReadonlyArray<Segment>, options: FlowOptions): ReadonlyArray<Line> {
  const { width, separator, indent } = options;
  const lines: Segment[][] = [];
  let used = width;
  for (const item of items) {
    const segment = { ...item, text: cutEnd(item.text, width - indent) };
    const needed = separator.length + columns(segment.text);
    const line = lines.at(-1);
    if (line && used + needed <= width) {
      line.push({ text: separator, style: "dim" }, segment);
      used += needed;
    } else {
      lines.push([{ text: " ".repeat(indent) }, segment]);
      used = indent + columns(segment.text);
    }
  }
  return lines;
}
