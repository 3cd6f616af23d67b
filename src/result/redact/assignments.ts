import type { FieldRule } from "./field-rule.ts";
import { type Splice, splice } from "./splice.ts";

const longestName = 80;
/** What comes before a name: of a query, of a form, of a line of a log, of an attribute. */
const before = /[?&;,\s"'({[\\#]/;
/** What ends a value. */
const after = /[&;#\s"'<>\\]/g;

/** The text with the secret values of `name=value` masked: in URLs, forms, logs and attributes. */
export function maskAssignments(text: string, rule: FieldRule): string {
  const parts: Splice[] = [];
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    const name = nameBefore(text, at);
    if (name === undefined || !rule.isNamed(name)) continue;
    const { from, to } = valueAt(text, at + 1);
    const by = rule.text(name, text.slice(from, to));
    if (by === undefined) continue;
    parts.push({ from, to, by });
    at = to - 1;
  }
  return splice(text, parts);
}

function nameBefore(text: string, end: number): string | undefined {
  const least = Math.max(0, end - longestName);
  let start = end;
  while (start > least && !before.test(text[start - 1] ?? "") && text[start - 1] !== "=") start--;
  if (start === end || (start === least && least > 0)) return undefined;
  return decoded(text.slice(start, end));
}

/** A quote that opens a value, also in a string of JSON; one that closes the name's own string has no value behind it. */
const opening = /\\{0,7}(["'])(?![\s,:;}\])]|$)/y;

/** `a="b"`: up to the same quote, if it is on the same line. */
function valueAt(text: string, at: number): { readonly from: number; readonly to: number } {
  opening.lastIndex = at;
  const [mark = "", quote = ""] = opening.exec(text) ?? [];
  const from = at + mark.length;
  let to = quote === "" ? -1 : text.indexOf(quote, from);
  if (to < 0 || text.slice(from, to).includes("\n")) return { from, to: endOfBare(text, from) };
  while (to > from && text[to - 1] === "\\") to--;
  return { from, to };
}

function endOfBare(text: string, from: number): number {
  after.lastIndex = from;
  let end = after.exec(text)?.index ?? text.length;
  // Of a list or of a bracket around it.
  while (end > from && /[,)}\]]/.test(text[end - 1] ?? "")) end--;
  return end;
}

/** `user%5Bpassword%5D`. */
function decoded(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
