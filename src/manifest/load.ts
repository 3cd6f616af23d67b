import type { Report } from "../diagnostic/diagnostic.ts";
import { type Files, namedFile } from "./files.ts";
import { isObject } from "./json-object.ts";
import type { SourceNode } from "./source-node.ts";
import { readTree } from "./source-tree.ts";

/** The trees of all files of a manifest, includes after what includes them. */
export interface Loaded {
  readonly trees: ReadonlyArray<SourceNode>;
  /** Whether each file could be read: where one is missing, nobody knows what it declares. */
  readonly isComplete: boolean;
}

/** Reads the files and what they include. A file that is included from two places is read once. */
export function loadTrees(names: ReadonlyArray<string>, files: Files, report: Report): Loaded {
  const trees: SourceNode[] = [];
  const seen = new Set<string>();
  const open = new Set<string>();
  let isComplete = true;
  const load = (file: string, include?: SourceNode): void => {
    if (include && open.has(file)) report({ code: "include-cycle", args: { file }, span: include.span });
    if (seen.has(file)) return;
    seen.add(file);
    const source = files.read(file, include?.span);
    const tree = source && readTree(source, report);
    if (tree === undefined || !isMap(tree, report)) {
      isComplete = false;
      return;
    }
    trees.push(tree);
    open.add(file);
    for (const next of includesOf(tree)) load(namedFile(next), next);
    open.delete(file);
  };
  for (const name of names) load(name);
  return { trees, isComplete };
}

function isMap({ value, span, isBroken }: SourceNode, report: Report): boolean {
  if (isObject(value)) return true;
  if (isBroken) return false;
  const got = value === null ? "an empty file" : Array.isArray(value) ? "a list" : "text";
  report({ code: "wrong-type", args: { expected: "a map with endpoints or flows", got }, span });
  return false;
}

/** The names of included files; what is not text is reported with the form of the file. */
function includesOf(tree: SourceNode): ReadonlyArray<SourceNode> {
  const include = tree.children.get("include");
  if (include === undefined) return [];
  return [include, ...include.children.values()].filter(({ value }) => typeof value === "string");
}
