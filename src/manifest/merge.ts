import type { Report } from "../diagnostic/diagnostic.ts";
import { isObject } from "./json-object.ts";
import { branch, keyOf, type SourceNode } from "./source-node.ts";

type Union = "map" | "list";

/** Keys whose entries unite across files; every other key is given in one file. */
const unions: Readonly<Record<string, Union>> = {
  auth: "map",
  headers: "map",
  path: "map",
  environments: "map",
  defaults: "map",
  policy: "map",
  rules: "map",
  alerts: "map",
  endpoints: "map",
  flows: "map",
  secrets: "list",
  include: "list",
};

/** The files of a manifest as if they were one. */
export function mergeTrees(trees: ReadonlyArray<SourceNode>, report: Report): SourceNode | undefined {
  const [first] = trees;
  if (first === undefined || trees.length === 1) return first;
  const merged = new Map<string, SourceNode>();
  for (const tree of trees) {
    for (const [key, node] of tree.children) {
      const earlier = merged.get(key);
      const united = earlier === undefined ? node : unite(key, { earlier, node }, report);
      merged.set(key, united);
    }
  }
  return branch({ span: first.span }, "map", merged);
}

interface Pair {
  readonly earlier: SourceNode;
  readonly node: SourceNode;
}

function unite(key: string, { earlier, node }: Pair, report: Report): SourceNode {
  if (key === "$schema") return earlier;
  if (unions[key] === "map" && isObject(node.value) && isObject(earlier.value))
    return uniteMaps(key, { earlier, node }, report);
  if (unions[key] === "list") return uniteLists(earlier, node);
  // What is not a map is reported with the form of the file.
  if (unions[key] === "map") return isObject(earlier.value) ? node : earlier;
  report({ code: "key-given-twice", args: { key, first: keyOf(earlier) }, span: keyOf(node) });
  return earlier;
}

function uniteMaps(key: string, { earlier, node }: Pair, report: Report): SourceNode {
  const children = new Map(earlier.children);
  for (const [name, child] of node.children) {
    const known = children.get(name);
    if (known === undefined) children.set(name, child);
    else if (key === "endpoints") {
      report({ code: "endpoint-declared-twice", args: { id: name, first: keyOf(known) }, span: keyOf(child) });
    } else
      report({ code: "key-given-twice", args: { key: `${key}.${name}`, first: keyOf(known) }, span: keyOf(child) });
  }
  return branch(earlier, "map", children);
}

function uniteLists(earlier: SourceNode, node: SourceNode): SourceNode {
  const items = [earlier, node].flatMap((each) => (Array.isArray(each.value) ? [...each.children.values()] : [each]));
  return branch(earlier, "list", new Map(items.map((item, index) => [String(index), item])));
}
