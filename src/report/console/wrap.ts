import { plain } from "../plain.ts";
import { columns, takeStart } from "./columns.ts";

/** More of one text than this is no help on a terminal. */
const longest = 1000;

/** The text in lines that fit; a word that is wider than a line is broken. */
export function wrap(text: string, width: number): ReadonlyArray<string> {
  const shown = plain(text.length > longest ? `${text.slice(0, longest)}…` : text);
  const lines: string[] = [];
  let line = "";
  for (const word of shown.split(/ +/)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    const pieces = breakWord(word, width);
    lines.push(...(line === "" ? [] : [line]), ...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

function breakWord(word: string, width: number): ReadonlyArray<string> {
  const pieces: string[] = [];
  let rest = word;
  while (columns(rest) > width) {
    // A piece is never empty, or this would not end.
    const piece = takeStart(rest, width) || rest.slice(0, 1);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
