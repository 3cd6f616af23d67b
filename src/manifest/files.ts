import { posix } from "node:path";
import type { Report, Span } from "../diagnostic/diagnostic.ts";
import type { Source } from "./model.ts";
import type { SourceNode } from "./source-node.ts";

/** Reads a file; throws when it cannot. */
export type ReadFile = (file: string) => string;

/** Reads the files that a manifest consists of and names. */
export interface Files {
  /** A file by its name as the command got it. */
  readonly read: (file: string, span?: Span) => Source | undefined;
  /** The file that the text of a node names, relative to the file the node stands in. */
  readonly readNamed: (node: SourceNode) => Source | undefined;
  /** Says so where the file that the text of a node names cannot be read; its content is for others. */
  readonly checkNamed: (node: SourceNode) => void;
  /** All that were read, in this order. */
  readonly sources: ReadonlyArray<Source>;
}

/** Each file is read once; one that cannot be read is a diagnostic at the place that names it. */
export function openFiles(readFile: ReadFile, report: Report): Files {
  const byName = new Map<string, Source>();
  const sources: Source[] = [];
  const read: Files["read"] = (file, span) => {
    const known = byName.get(file);
    if (known) return known;
    try {
      const source = { file, text: readFile(file) };
      byName.set(file, source);
      sources.push(source);
      return source;
    } catch (error) {
      report({ code: "file-unreadable", args: { file, cause: causeOf(error) }, ...(span && { span }) });
      return undefined;
    }
  };
  const readNamed: Files["readNamed"] = (node) => read(namedFile(node), node.span);
  const checkNamed: Files["checkNamed"] = (node) => {
    const file = namedFile(node);
    try {
      readFile(file);
    } catch (error) {
      report({ code: "file-unreadable", args: { file, cause: causeOf(error) }, span: node.span });
    }
  };
  return { read, readNamed, checkNamed, sources };
}

/** The name of a file, relative to where the command runs, that a node gives relative to its own file. */
export function namedFile({ value, span }: SourceNode): string {
  const name = String(value);
  return posix.isAbsolute(name) ? name : posix.join(posix.dirname(span.file), name);
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return causes[code] ?? error.message;
}
