import { plain } from "../plain.ts";

const sequences = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

export type Style = keyof typeof sequences;

/** A piece of a line, with the text as it came: what is unsafe in it is taken out when it is painted. */
export interface Segment {
  readonly text: string;
  readonly style?: Style;
}

export type Line = ReadonlyArray<Segment>;

/** The line as it is printed, with ANSI sequences or without. */
export function paint(line: Line, isColored: boolean): string {
  const painted = line.map(({ text, style }) => {
    const safe = plain(text);
    return isColored && style && safe.trim() !== "" ? `\u001b[${sequences[style]}m${safe}\u001b[0m` : safe;
  });
  return painted.join("");
}
