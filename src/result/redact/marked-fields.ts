import type { FieldRule } from "./field-rule.ts";
import { type Splice, splice } from "./splice.ts";

/** `<password>`, `<ns:apiKey id="1">`, with what stands in it before anything else begins. */
const element = /<(?:[\w.-]{1,40}:)?([\w.-]{1,80})(?:\s[^<>]{0,400})?>([^<]+)(?=<)/g;

/** The text with the values of its secret elements masked. */
export function maskElements(text: string, rule: FieldRule): string {
  if (!text.includes("</")) return text;
  return text.replace(element, (whole, name: string, value: string) => {
    const by = value.trim() === "" ? undefined : rule.text(name, value);
    return by === undefined ? whole : `${whole.slice(0, whole.length - value.length)}${by}`;
  });
}

/** The head of a part of a form (RFC 7578, 4.2), up to its value. */
const partHead =
  /\bform-data;[^\r\n]{0,200}?\bname="?([^"\r\n;]{1,80})"?[^\r\n]{0,400}(?:\r?\n[^\r\n]{1,400}){0,8}\r?\n\r?\n/gi;

/** The text with the values of its secret parts masked. */
export function maskFormParts(text: string, rule: FieldRule): string {
  if (!/\bform-data;/i.test(text)) return text;
  const parts: Splice[] = [];
  partHead.lastIndex = 0;
  for (let match = partHead.exec(text); match !== null; match = partHead.exec(text)) {
    const from = partHead.lastIndex;
    const line = /\r?\n--/g;
    line.lastIndex = from;
    const to = line.exec(text)?.index ?? text.length;
    const by = rule.text(match[1] ?? "", text.slice(from, to));
    if (by !== undefined) parts.push({ from, to, by });
    partHead.lastIndex = Math.max(from, to);
  }
  return splice(text, parts);
}

/** A line of a header section, of a log or of YAML. */
const line = /^([ \t>*-]{0,40})([A-Za-z][\w.-]{1,60})(:[ \t]{1,10}|:(?=\S))(\S[^\r\n]*)/gm;

/** The text with the values of `Name: value` lines masked: a request that is told back, as by TRACE. */
export function maskLines(text: string, rule: FieldRule): string {
  if (!text.includes(":")) return text;
  return text.replace(line, (whole, indent: string, name: string, colon: string, value: string) => {
    // In JSON a value begins like this; it has been masked already.
    if (/^["'[{]/.test(value)) return whole;
    const by = rule.text(name, value);
    return by === undefined ? whole : `${indent}${name}${colon}${by}`;
  });
}
