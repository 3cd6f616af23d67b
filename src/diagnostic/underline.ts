import { printable } from "./printable.ts";
import { graphemeWidth } from "./text-width.ts";

/** A source line as it is printed, and which of its columns to mark. */
export interface Underlined {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
}

const lineLimit = 100;
const before = 40;
const tabWidth = 2;

/** Lays out a line: tabs become spaces, long lines are cut around the marked piece, wide characters count twice. */
export function underline(line: string, start: number, end: number): Underlined {
  const cut = cutLine(line, start);
  const head = layOut(cut.slice(cut.offset, start));
  const marked = layOut(cut.slice(start, Math.min(end, cut.end)));
  const tail = layOut(cut.slice(Math.min(end, cut.end), cut.end));
  const opening = cut.offset > 0 ? "…" : "";
  const closing = cut.end < line.length ? "…" : "";
  return {
    text: `${opening}${head.text}${marked.text}${tail.text}${closing}`,
    indent: opening.length + head.width,
    width: Math.max(1, marked.width),
  };
}

interface Cut {
  readonly offset: number;
  readonly end: number;
  readonly slice: (from: number, to: number) => string;
}

function cutLine(line: string, start: number): Cut {
  const slice = (from: number, to: number): string => line.slice(from, Math.max(from, to));
  if (line.length <= lineLimit) return { offset: 0, end: line.length, slice };
  const offset = start <= lineLimit - before ? 0 : wholeCharacter(line, start - before);
  return { offset, end: wholeCharacter(line, Math.min(line.length, offset + lineLimit)), slice };
}

/** Moves an offset out of the middle of a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function layOut(text: string): { readonly text: string; readonly width: number } {
  let laidOut = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter("en").segment(text)) {
    if (segment === "\t") {
      laidOut += " ".repeat(tabWidth);
      width += tabWidth;
      continue;
    }
    const shown = printable(segment);
    laidOut += shown;
    width += graphemeWidth(shown);
  }
  return { text: laidOut, width };
}
