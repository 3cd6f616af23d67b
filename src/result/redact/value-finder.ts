import { isTelling } from "./plain-value.ts";
import { type Splice, splice } from "./splice.ts";
import { formsOf } from "./value-forms.ts";

/** Finds many values at once, in one walk over a text. */
export interface ValueFinder {
  readonly add: (value: string) => void;
  readonly mask: (text: string) => string;
}

const keyLength = 4;

interface Index {
  readonly values: Set<string>;
  /** By their first characters. */
  readonly forms: Map<string, string[]>;
  /** Whether any form begins with characters of this hash. */
  begins: Uint8Array;
}

const hashes = 0x10000;

/** `most`: how many values are remembered; the oldest are forgotten, half of them at a time. Default: all. */
export function createValueFinder({ most = Number.POSITIVE_INFINITY } = {}): ValueFinder {
  let older = createIndex();
  let newer = createIndex();
  return {
    add: (value) => {
      if (newer.values.has(value)) return;
      if (newer.values.size >= most / 2) [older, newer] = [newer, createIndex()];
      addTo(newer, value);
    },
    mask: (text) => [older, newer].reduce((masked, index) => maskWith(index, masked), text),
  };
}

function createIndex(): Index {
  return { values: new Set(), forms: new Map(), begins: new Uint8Array(0) };
}

function addTo(index: Index, value: string): void {
  const { values, forms } = index;
  // Most masks never learn anything.
  if (values.size === 0) index.begins = new Uint8Array(hashes);
  values.add(value);
  for (const form of formsOf(value)) {
    const key = form.slice(0, keyLength);
    const known = forms.get(key);
    if (known === undefined) forms.set(key, [form]);
    else insert(known, form);
    index.begins[hashAt(form, 0)] = 1;
  }
}

/** Longer ones first. Tokens begin alike, so that there may be many of one key. */
function insert(forms: string[], form: string): void {
  const at = forms.findIndex(({ length }) => length < form.length);
  forms.splice(at === -1 ? forms.length : at, 0, form);
}

function hashAt(text: string, at: number): number {
  return (
    (text.charCodeAt(at) ^
      (text.charCodeAt(at + 1) << 4) ^
      (text.charCodeAt(at + 2) << 8) ^
      (text.charCodeAt(at + 3) << 11)) &
    (hashes - 1)
  );
}

function maskWith({ values, forms, begins }: Index, text: string): string {
  if (values.size === 0) return text;
  const parts: Splice[] = [];
  const last = text.length - keyLength;
  for (let at = 0; at <= last; at++) {
    if (begins[hashAt(text, at)] === 0) continue;
    const found = forms.get(text.slice(at, at + keyLength));
    const length = found === undefined ? 0 : lengthAt(text, at, found);
    if (length === 0) continue;
    parts.push({ from: at, to: at + length, by: "***" });
    at += length - 1;
  }
  return splice(text, parts);
}

function lengthAt(text: string, at: number, forms: ReadonlyArray<string>): number {
  const whole = forms.find((form) => text.startsWith(form, at));
  if (whole !== undefined) return whole.length;
  return Math.max(0, ...forms.map((form) => cutLength(text, at, form)));
}

/** Messages are cut short: what is left of a secret at their end is one still. */
function cutLength(text: string, at: number, form: string): number {
  let length = keyLength;
  while (length < form.length && text[at + length] === form[length]) length++;
  const isCut = /^(?:\.\.\.|…|["'`)\]}]{0,3}$)/.test(text.slice(at + length, at + length + 4));
  return isCut && isTelling(text.slice(at, at + length)) ? length : 0;
}
