import { buildLineIndex, type LineIndex, lineAt } from "../../../diagnostic/line-index.ts";
import type { SourceText } from "../../../diagnostic/locate.ts";
import type { Place } from "../../../result/model.ts";

/** A line of the manifest, in three pieces: the middle one is what the case was declared with. */
export interface Frame {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Nothing where the text of the manifest is not known, or is another by now. */
export type FrameReader = (place: Place) => Frame | undefined;

/** A look-up of places that reads each text once. */
export function createFrameReader(sources: ReadonlyArray<SourceText>): FrameReader {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const indexes = new Map<string, LineIndex>();
  return (place) => {
    const text = texts.get(place.file);
    if (text === undefined) return undefined;
    const index = indexes.get(place.file) ?? buildLineIndex(text);
    indexes.set(place.file, index);
    const line = lineAt(text, index, place.line);
    return line === "" || line.length < place.column ? undefined : cutAround(line, place);
  };
}

/** So much of a line is shown on either side of what is marked. */
const around = 160;

function cutAround(text: string, { line, column, length }: Place): Frame {
  const start = column - 1;
  const end = Math.min(start + length, start + around);
  return {
    line,
    before: start > around ? `…${text.slice(start - around, start)}` : text.slice(0, start),
    marked: text.slice(start, end),
    after: text.length > end + around ? `${text.slice(end, end + around)}…` : text.slice(end),
  };
}
