import { type JsonProblem, jsonProblems } from "./json-problems.ts";

/** Told of each value of a text as it ends: the keys and indexes that lead to it (one list, used again), and where it stands. */
export type OnValue = (trail: ReadonlyArray<string | number>, start: number, end: number) => void;

/** How deep values may be nested: whoever reads them later recurses. */
export const jsonDepth = 200;

interface Scan {
  readonly text: string;
  readonly onValue: OnValue;
  readonly trail: (string | number)[];
  at: number;
  problem?: JsonProblem;
}

/** Walks a JSON text and tells where its values stand; returns the first mistake, if there is one. `JSON.parse` names no places. */
export function scanJson(text: string, onValue: OnValue = () => {}): JsonProblem | undefined {
  const scan: Scan = { text, onValue, trail: [], at: text.startsWith("\uFEFF") ? 1 : 0 };
  if (!readValue(scan)) return scan.problem;
  skipBlanks(scan);
  return scan.at < text.length ? jsonProblems.rest(scan.at) : undefined;
}

function readValue(scan: Scan): boolean {
  skipBlanks(scan);
  const start = scan.at;
  const first = scan.text[start];
  if (scan.trail.length > jsonDepth) return fail(scan, jsonProblems.tooDeep(start, jsonDepth));
  // No key begins with a brace.
  if (scan.text.startsWith("{{", start)) return fail(scan, jsonProblems.value(start, scan.text));
  const isRead = first === "{" || first === "[" ? readParts(scan, first) : readScalar(scan);
  if (isRead) scan.onValue(scan.trail, start, scan.at);
  return isRead;
}

/** An object or a list, from its first bracket to its last. */
function readParts(scan: Scan, opener: "{" | "["): boolean {
  const opened = scan.at++;
  const closer = opener === "{" ? "}" : "]";
  skipBlanks(scan);
  if (scan.text[scan.at] === closer) return step(scan);
  if (scan.at >= scan.text.length) return fail(scan, jsonProblems.unclosed(opened, closer));
  for (let index = 0; ; index += 1) {
    if (!readPart(scan, opener, index)) return false;
    skipBlanks(scan);
    const next = scan.text[scan.at];
    if (next === closer) return step(scan);
    if (next === undefined) return fail(scan, jsonProblems.unclosed(opened, closer));
    if (next !== ",") return fail(scan, jsonProblems.missingComma(scan.at, scan.text));
    const comma = scan.at++;
    skipBlanks(scan);
    if (scan.text[scan.at] === closer) return fail(scan, jsonProblems.lastComma(comma));
    if (scan.at >= scan.text.length) return fail(scan, jsonProblems.unclosed(opened, closer));
  }
}

function readPart(scan: Scan, opener: "{" | "[", index: number): boolean {
  const key = opener === "[" ? index : readKey(scan);
  if (key === undefined) return false;
  scan.trail.push(key);
  const isRead = readValue(scan);
  scan.trail.pop();
  return isRead;
}

/** A key and the colon behind it. */
function readKey(scan: Scan): string | undefined {
  const start = scan.at;
  if (scan.text[start] !== '"') {
    fail(scan, jsonProblems.key(start, scan.text));
    return undefined;
  }
  if (!readText(scan)) return undefined;
  const key: string = JSON.parse(scan.text.slice(start, scan.at));
  skipBlanks(scan);
  if (scan.text[scan.at] === ":") step(scan);
  else fail(scan, jsonProblems.colon(start, scan.at));
  return scan.problem === undefined ? key : undefined;
}

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

function readScalar(scan: Scan): boolean {
  if (scan.text[scan.at] === '"') return readText(scan);
  scalar.lastIndex = scan.at;
  if (!scalar.test(scan.text)) return fail(scan, jsonProblems.value(scan.at, scan.text));
  scan.at = scalar.lastIndex;
  return true;
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function readText(scan: Scan): boolean {
  const { text, at: start } = scan;
  for (let at = start + 1; ; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      scan.at = at + 1;
      return true;
    }
    if (Number.isNaN(unit)) return fail(scan, jsonProblems.unclosed(start, '"'));
    if (unit < 0x20) return fail(scan, jsonProblems.control(at, start));
    if (unit !== 0x5c) continue;
    escapeSequence.lastIndex = at;
    if (!escapeSequence.test(text)) return fail(scan, jsonProblems.escape(at));
    at = escapeSequence.lastIndex - 1;
  }
}

const blanks = /[ \t\r\n]*/y;

function skipBlanks(scan: Scan): void {
  blanks.lastIndex = scan.at;
  blanks.test(scan.text);
  scan.at = blanks.lastIndex;
}

function step(scan: Scan): true {
  scan.at += 1;
  return true;
}

function fail(scan: Scan, problem: JsonProblem): false {
  scan.problem ??= problem;
  return false;
}
