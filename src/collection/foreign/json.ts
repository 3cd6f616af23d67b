import type { Report } from "../../diagnostic/diagnostic.ts";
import { buildLineIndex, positionAt } from "../../diagnostic/line-index.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { type OnValue, scanJson } from "../../diagnostic/scan-json.ts";

/** An object of a JSON text that nobody vouches for. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether it is an object, and no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; nothing of what is no list. */
export function recordsOf(value: unknown): ReadonlyArray<JsonRecord> {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Text as it stands, numbers and truth values as text; nothing else is text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** What every object has by itself: given by a file, they break whoever calls them. */
const ownToObjects: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "toJSON"]);

/** The value of a JSON text, without keys that every object has by itself; undefined, and reported, where it is none. */
export function readJson(source: SourceText, report: Report, onValue?: OnValue): unknown {
  const { file, text } = source;
  const mistake = scanJson(text, onValue);
  if (mistake === undefined) return parse(text);
  const { problem, hint, start, end } = mistake;
  report({ code: "json-syntax", args: { problem, hint }, span: { file, start, end } });
  return undefined;
}

/** What is wrong with a JSON text, in words that quote nothing of it. */
export interface PrivateMistake {
  /** `env.json:4:18`. */
  readonly file: string;
  readonly problem: string;
  readonly hint?: string;
}

/** The same of a file with secrets: a mistake is told without the line that it stands in. */
export function readPrivateJson({ file, text }: SourceText, onMistake: (mistake: PrivateMistake) => void): unknown {
  const mistake = scanJson(text);
  if (mistake === undefined) return parse(text);
  const { problem, hint, start } = mistake;
  const { line, column } = positionAt(buildLineIndex(text), start);
  onMistake({ file: `${file}:${line}:${column}`, problem, ...(hint !== undefined && { hint }) });
  return undefined;
}

function parse(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""), (key, value) => (ownToObjects.has(key) ? undefined : value));
}
