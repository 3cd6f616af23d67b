import { parseJson } from "../json.ts";
import type { RunEnd, RunHeader } from "../ndjson.ts";
import type { Bytes } from "./bytes.ts";
import { type Line, linesOf } from "./lines.ts";
import { type CaseKey, readBodyLine, readHeader } from "./read-line.ts";

/** What is wrong with a line of a run file. */
export interface RunFileProblem {
  readonly line: number;
  readonly message: string;
}

/** Where a case stands in a run file. */
export interface CaseEntry extends CaseKey {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** What a run file holds, without its cases: only where they are. */
export interface RunIndex {
  readonly header: RunHeader;
  /** Absent: the run was killed. */
  readonly end?: RunEnd;
  /** In plan order, each case once: a later line of the same case is of a run that was taken up again. */
  readonly entries: ReadonlyArray<CaseEntry>;
  readonly problems: ReadonlyArray<RunFileProblem>;
}

/** Looks through a run file, also one that was cut anywhere. Without a readable header there is no run: what is wrong is returned. */
export function indexRun(bytes: Bytes): RunIndex | RunFileProblem {
  const lines = linesOf(bytes);
  const first = lines.next();
  const header = readHeader(first.done ? "" : first.value.bytes.toString("utf8"));
  if (typeof header === "string") {
    lines.return(undefined);
    return { line: 1, message: header };
  }
  const book: Book = { entries: new Map(), problems: [], end: undefined };
  for (const line of lines) noteLine(book, line);
  const { entries, problems, end } = book;
  const ordered = [...entries.values()].sort((a, b) => a.seq - b.seq);
  return { header, ...(end && { end }), entries: ordered, problems };
}

interface Book {
  /** By id, and not by place: who takes a run up again may have added a case to the manifest, and the others moved on. */
  readonly entries: Map<string, CaseEntry>;
  readonly problems: RunFileProblem[];
  end: RunEnd | undefined;
}

function noteLine(book: Book, { line, offset, bytes, isOpen }: Line): void {
  // What stands after the last line feed was being written when the run was killed.
  if (isOpen && parseJson(bytes.toString("utf8")) === undefined) return;
  if (bytes.length < 3 && bytes.toString("utf8").trim() === "") return;
  const read = readBodyLine(bytes);
  if (read.kind === "end") book.end = read.end;
  else if (read.kind === "problem") book.problems.push({ line, message: read.message });
  else noteCase(book, entryOf(read.key, { line, offset, length: bytes.length }));
}

/** Nothing else of the line stays in memory; an object that is written at once takes a third of one that is put together. */
function entryOf(
  { id, seq, suite }: CaseKey,
  { line, offset, length }: Pick<CaseEntry, "line" | "offset" | "length">,
): CaseEntry {
  return suite === undefined ? { id, seq, line, offset, length } : { id, seq, suite, line, offset, length };
}

function noteCase(book: Book, entry: CaseEntry): void {
  book.entries.set(entry.id, entry);
  // What goes on behind an end was taken up again, and has not ended by that.
  book.end = undefined;
}
