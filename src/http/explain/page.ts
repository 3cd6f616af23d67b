/** A label with what is said under it, one text a line or more. */
export type Row = readonly [label: string, texts: ReadonlyArray<string>];

const width = 100;
const labelWidth = 9;
const indent = labelWidth + 3;

/** A screen: a title, and rows that have something to say, in lines that fit a terminal. */
export function page(title: string, rows: ReadonlyArray<Row>): string {
  const lines = rows.flatMap(([label, texts]) =>
    texts.flatMap(wrap).map((text, index) => `  ${(index === 0 ? label : "").padEnd(labelWidth)} ${text}`),
  );
  return `${[title, "", ...lines].join("\n")}\n`;
}

/** A row of one text, or of none. */
export function row(label: string, text: string | undefined): Row {
  return [label, text === undefined || text === "" ? [] : [text]];
}

/** The first of many, and how to see the others. */
export function shortened(texts: ReadonlyArray<string>, rest: string): ReadonlyArray<string> {
  const limit = 12;
  if (texts.length <= limit + 1) return texts;
  return [...texts.slice(0, limit), `and ${texts.length - limit} more: ${rest}`];
}

/** Breaks between words; a continued line is set in, so that texts stay apart. */
function wrap(text: string): ReadonlyArray<string> {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const isFull = line !== "" && indent + line.length + 1 + word.length > width;
    if (isFull) lines.push(line);
    line = line === "" ? word : isFull ? `  ${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
