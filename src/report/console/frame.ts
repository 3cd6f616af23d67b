import { buildLineIndex, lineAt } from "../../diagnostic/line-index.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import type { Place } from "../../result/model.ts";
import { columns, cutEnd, takeEnd, takeStart } from "./columns.ts";
import type { Line } from "./paint.ts";

const label = " declared here";

/** The line of the manifest with carets below what was declared; nothing where its text is not known. */
export function frameLines(place: Place, sources: ReadonlyArray<SourceText>, width: number): ReadonlyArray<Line> {
  const source = sources.find(({ file }) => file === place.file);
  const text = source && lineAt(source.text, buildLineIndex(source.text), place.line);
  if (!text || text.length < place.column) return [];
  const gutter = `   ${place.line} | `;
  const { drawn, start, length } = cutAround(text, place, width - gutter.length);
  const carets = `${" ".repeat(start)}${"^".repeat(length)}${label}`;
  return [
    [{ text: gutter, style: "dim" }, { text: drawn }],
    [
      { text: `${" ".repeat(gutter.length - 2)}| `, style: "dim" },
      { text: carets, style: "red" },
    ],
  ];
}

/** The piece of a line that fits, the columns of what is marked in it, and room for the label after the carets. */
function cutAround(text: string, { column, length }: Place, width: number) {
  const before = text.slice(0, column - 1);
  const half = Math.floor(width / 2);
  const prefix = columns(before) > half ? `…${takeEnd(before, half - 1)}` : before;
  const start = columns(prefix);
  const room = Math.max(1, width - start - label.length);
  const marked = takeStart(text.slice(column - 1, column - 1 + length), room);
  const drawn = cutEnd(`${prefix}${text.slice(column - 1)}`, width);
  return { drawn, start, length: Math.max(1, columns(marked)) };
}
