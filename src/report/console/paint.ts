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
  const painted = withoutCommand(line).map(({ text, style }) => {
    const safe = plain(text);
    return isColored && style && safe.trim() !== "" ? `\u001b[${sequences[style]}m${safe}\u001b[0m` : safe;
  });
  return painted.join("");
}

/** A line of a CI's log that begins with `::` is a command to it, whoever has written it; a colon that is no colon is none. */
function withoutCommand(line: Line): Line {
  const text = line.map((segment) => segment.text).join("");
  if (!/^\s*::/.test(text)) return line;
  const at = line.findIndex((segment) => segment.text.includes(":"));
  return line.map((segment, index) =>
    index === at ? { ...segment, text: segment.text.replace(":", "\u2236") } : segment,
  );
}
