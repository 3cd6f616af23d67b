import { graphemeWidth } from "../../diagnostic/text-width.ts";
import { plain } from "../plain.ts";

const segmenter = new Intl.Segmenter("en");

/** How many columns of a terminal the text takes once it is painted. */
export function columns(text: string): number {
  let total = 0;
  for (const grapheme of graphemes(text)) total += graphemeWidth(grapheme);
  return total;
}

/** Cut at its end, with `…`, where it is wider than the columns. */
export function cutEnd(text: string, width: number): string {
  const shown = plain(text);
  return columns(shown) <= width ? shown : `${takeStart(shown, width - 1)}…`;
}

/** Cut in its middle, with `…`, where it is wider than the columns. */
export function cutMiddle(text: string, width: number): string {
  const shown = plain(text);
  if (columns(shown) <= width) return shown;
  const tail = Math.floor((width - 1) / 2);
  return `${takeStart(shown, width - 1 - tail)}…${takeEnd(shown, tail)}`;
}

/** As much of its start as fits. */
export function takeStart(text: string, width: number): string {
  return fitting(graphemes(text), width).join("");
}

/** As much of its end as fits. */
export function takeEnd(text: string, width: number): string {
  return fitting(graphemes(text).toReversed(), width).toReversed().join("");
}

function fitting(from: ReadonlyArray<string>, width: number): ReadonlyArray<string> {
  const taken: string[] = [];
  let left = width;
  for (const grapheme of from) {
    left -= graphemeWidth(grapheme);
    if (left < 0) break;
    taken.push(grapheme);
  }
  return taken;
}

function graphemes(text: string): ReadonlyArray<string> {
  const shown = plain(text);
  if (/^[ -~]*$/.test(shown)) return shown.split("");
  return [...segmenter.segment(shown)].map(({ segment }) => segment);
}
