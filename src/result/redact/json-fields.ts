import type { FieldRule } from "./field-rule.ts";
import { type Splice, splice } from "./splice.ts";

/**
 * A name with a colon behind it: in JSON, in JSON within a string of JSON (`\"`), in what other languages print. By pattern,
 * as bodies are cut short, broken on purpose, and quoted in messages. Every repetition is bounded.
 */
const keyPattern = /(["'])([^"'\\\n]{1,80})(\\{0,7})\1\s{0,20}:\s{0,20}/g;

const barePattern = /-?\d[\d.eE+-]{0,400}|true|false|null/y;
const gapPattern = /[\s,]{0,20}/y;

/** Where a value stands: how its quotes look. */
interface Spot {
  readonly text: string;
  readonly quote: string;
  /** Backslashes before each quote: 0, or 1, 3, 7 in a string in a string. */
  readonly escapes: number;
}

/** The text with the values of its secret fields masked. */
export function maskJsonFields(text: string, rule: FieldRule): string {
  const parts: Splice[] = [];
  keyPattern.lastIndex = 0;
  for (let match = keyPattern.exec(text); match !== null; match = keyPattern.exec(text)) {
    const [, quote = '"', name = "", escapes = ""] = match;
    const at = keyPattern.lastIndex;
    const end = maskValue({ text, quote, escapes: escapes.length }, { name, at, rule, parts });
    keyPattern.lastIndex = Math.max(at, end);
  }
  return splice(text, parts);
}

interface Value {
  readonly name: string;
  readonly at: number;
  readonly rule: FieldRule;
  readonly parts: Splice[];
}

/** Masks the value there, where it has to be; returns where to go on. */
function maskValue(spot: Spot, value: Value): number {
  const { name, at, rule, parts } = value;
  const first = spot.text[at];
  if ((first === "{" || first === "[") && rule.isAll(name)) {
    const to = endOfNested(spot.text, at);
    parts.push({ from: at, to, by: quoted(spot, "***") });
    return to;
  }
  if (first === "[") return maskItems(spot, value);
  if (first === "{") return rule.isHolder(name) ? maskMembers(spot, value) : at;
  const { end, isMasked } = maskScalar(spot, value);
  return isMasked ? end : at;
}

/** Masks a string or a number, where it has to be; returns where it ends, masked or not, or where it would have begun. */
function maskScalar(
  spot: Spot,
  { name, at, rule, parts }: Value,
): { readonly end: number; readonly isMasked: boolean } {
  const string = endOfString(spot, at);
  if (string !== undefined) {
    const from = at + spot.escapes + 1;
    const by = rule.text(name, spot.text.slice(from, string.close));
    if (by !== undefined) parts.push({ from, to: string.close, by });
    return { end: string.next, isMasked: by !== undefined };
  }
  barePattern.lastIndex = at;
  const bare = barePattern.exec(spot.text)?.[0] ?? "";
  const end = at + bare.length;
  const isMasked = /\d$/.test(bare) && rule.number(name, bare);
  if (isMasked) parts.push({ from: at, to: end, by: quoted(spot, "***") });
  return { end, isMasked };
}

/** `"tokens": ["a", "b"]`: as long as there are strings and numbers. */
function maskItems(spot: Spot, value: Value): number {
  let at = value.at + 1;
  for (;;) {
    at = skipGap(spot.text, at);
    const { end } = maskScalar(spot, { ...value, at });
    if (end === at) return at;
    at = end;
  }
}

const memberName = /(\\{0,7})(["'])[^"'\\\n]{1,80}\1\2\s{0,20}:\s{0,20}/y;

/** `"cookies": { "a": "b" }`: as long as there are strings and numbers. */
function maskMembers(spot: Spot, value: Value): number {
  let last = value.at + 1;
  for (;;) {
    memberName.lastIndex = skipGap(spot.text, last);
    if (!memberName.test(spot.text)) return last;
    const at = memberName.lastIndex;
    const { end } = maskScalar(spot, { ...value, name: "secret", at });
    if (end === at) return last;
    last = end;
  }
}

function skipGap(text: string, at: number): number {
  gapPattern.lastIndex = at;
  gapPattern.test(text);
  return Math.max(at, gapPattern.lastIndex);
}

/** Where a string's content ends, and where the text goes on. */
interface StringEnd {
  readonly close: number;
  readonly next: number;
}

/** The end of the string that begins there; the end of the text where it was cut; undefined: no string begins there. */
function endOfString({ text, quote, escapes }: Spot, at: number): StringEnd | undefined {
  if (!text.startsWith("\\".repeat(escapes) + quote, at)) return undefined;
  const step = 2 * (escapes + 1);
  let end = text.indexOf(quote, at + escapes + 1);
  while (end >= 0) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\" && end - 1 - slashes > at + escapes) slashes++;
    if (slashes % step === escapes) return { close: end - escapes, next: end + 1 };
    // The string around it ends before it does.
    if (slashes < escapes) return { close: end - slashes, next: end - slashes };
    end = text.indexOf(quote, end + 1);
  }
  return { close: text.length, next: text.length };
}

/** Where an object or a list ends, whatever is in it. */
function endOfNested(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "\\" && isQuoted) at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return at + 1;
  }
  return text.length;
}

function quoted({ quote, escapes }: Spot, text: string): string {
  const mark = "\\".repeat(escapes) + quote;
  return `${mark}${text}${mark}`;
}
