import type { CaseRun } from "../../result/model.ts";
import { placeText } from "../common/words.ts";
import { columns, cutEnd, cutMiddle } from "./columns.ts";
import type { Mark } from "./marks.ts";
import type { Line, Style } from "./paint.ts";
import { wrap } from "./wrap.ts";

const indent = "   ";

/** ` ✗ POST /books -> 422 ...      api.yaml:14:29`: the place at the right margin, on a line of its own where both do not fit. */
export function titleLines(
  { mark, style }: Mark,
  one: Pick<CaseRun, "title" | "manifest">,
  width: number,
): ReadonlyArray<Line> {
  const place = cutMiddle(placeText(one.manifest), width - indent.length);
  const gap = width - indent.length - columns(one.title) - columns(place);
  if (gap >= 2) {
    const title: Line = [
      { text: ` ${mark} `, style },
      { text: one.title, style: "bold" },
    ];
    return [[...title, { text: " ".repeat(gap) }, { text: place, style: "dim" }]];
  }
  const below: Line = [{ text: " ".repeat(width - columns(place)) }, { text: place, style: "dim" }];
  return [...markedLines({ mark, style }, one.title, { width, style: "bold" }), below];
}

/** ` ? text`, wrapped. */
export function markedLines(
  { mark, style: markStyle }: Mark,
  text: string,
  { width, style }: { readonly width: number; readonly style?: Style },
): ReadonlyArray<Line> {
  const wrapped = wrap(text, width - indent.length);
  return (wrapped.length === 0 ? [""] : wrapped).map((each, index) => [
    index === 0 ? { text: ` ${mark} `, style: markStyle } : { text: indent },
    style ? { text: each, style } : { text: each },
  ]);
}

/** `   why   text`, wrapped below its first word; without a label the text starts at the indent. */
export function labelledLines(label: string, text: string, width: number): ReadonlyArray<Line> {
  const column = label === "" ? "" : label.padEnd(6);
  const wrapped = wrap(text, width - indent.length - column.length);
  return wrapped.map((each, index) => [
    { text: `${indent}${index === 0 ? column : " ".repeat(column.length)}`, style: "dim" },
    { text: each },
  ]);
}

/** One line a case, the first few of them. */
export function caseLines(cases: ReadonlyArray<CaseRun>, width: number, most = 5): ReadonlyArray<Line> {
  // One more costs no more room than saying that there is one.
  const shown = cases.length === most + 1 ? cases : cases.slice(0, most);
  const lines: Line[] = shown.map((one) => caseLine(one, width));
  if (shown.length < cases.length) {
    lines.push([{ text: `     and ${cases.length - shown.length} more`, style: "dim" }]);
  }
  return lines;
}

function caseLine(one: CaseRun, width: number): Line {
  const place = cutMiddle(placeText(one.manifest), Math.floor(width / 3));
  const room = width - 7 - columns(place);
  const title = cutEnd(one.title, room);
  const gap = " ".repeat(room - columns(title) + 2);
  return [{ text: `     ${title}${gap}` }, { text: place, style: "dim" }];
}
