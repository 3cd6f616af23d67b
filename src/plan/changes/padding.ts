/** How a text becomes longer and remains what it is. */
export interface Padding {
  readonly start: string;
  /** As often as it takes. */
  readonly padding: string;
  readonly end: string;
}

/** A table has another row, a text another line, XML a comment; of anything else there is more of the same. */
export function paddingOf(text: string, contentType: string): Padding {
  if (/[/+]xml\b/i.test(contentType)) return { start: `${text}<!--`, padding: "n", end: "-->" };
  const isLined = /^(text\/|application\/(x-ndjson|jsonl|csv)\b)/i.test(contentType);
  const piece = isLined ? lastLine(text) : text;
  // A variable would be another value each time.
  if (piece === "" || piece.includes("{{")) return { start: text, padding: "n", end: "" };
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const padding = !isLined ? piece : text.endsWith("\n") ? `${piece}${end}` : `${end}${piece}`;
  return { start: text, padding, end: "" };
}

/** The last one that is not empty: the first may be the heads of the columns. */
function lastLine(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines.findLast((line) => line.trim() !== "") ?? "";
}
