import type { Report } from "../diagnostic/diagnostic.ts";
import { type Finding, findingsOf, reportFinding } from "./findings.ts";
import { type ManifestInput, manifestSchema } from "./schema.ts";
import { branch, type SourceNode } from "./source-node.ts";

/** What of a file has the right form. */
export interface Sifted {
  readonly input: ManifestInput;
  /** The tree without what is wrong; what lost a part is marked as broken. */
  readonly node: SourceNode;
}

/** More rounds than the schema is deep are never needed. */
const roundLimit = 20;

/** Checks the form of a file and leaves out what is wrong, so that the meaning of all the rest can be checked as well. */
export function siftManifest(root: SourceNode, report: Report): Sifted | undefined {
  let node = root;
  for (let round = 0; round < roundLimit; round += 1) {
    const parsed = manifestSchema.safeParse(node.value);
    if (parsed.success) return { input: parsed.data, node };
    const findings = parsed.error.issues.flatMap((issue) => findingsOf(issue));
    // Later rounds see only what the pruning of the first left behind.
    if (round === 0) for (const finding of findings) reportFinding(finding, node, report);
    const pruned = prune(
      node,
      findings.map(({ dropped }) => dropped),
    );
    if (pruned === undefined) return undefined;
    node = pruned;
  }
  return undefined;
}

/** The node without the parts at these paths. */
function prune(node: SourceNode, paths: ReadonlyArray<Finding["dropped"]>): SourceNode | undefined {
  if (paths.some((path) => path.length === 0)) return undefined;
  const byKey = new Map<string, Finding["dropped"][]>();
  for (const [key = "", ...rest] of paths) byKey.set(String(key), [...(byKey.get(String(key)) ?? []), rest]);
  // A part that is missing cannot be left out: the whole is.
  for (const key of byKey.keys()) if (!node.children.has(key)) return undefined;
  const isList = Array.isArray(node.value);
  const children = new Map<string, SourceNode>();
  let isBroken = node.isBroken === true;
  for (const [key, child] of node.children) {
    const inside = byKey.get(key);
    const kept = inside === undefined ? child : prune(child, inside);
    if (kept === undefined) isBroken = true;
    else children.set(isList ? String(children.size) : key, kept);
  }
  const { span, key } = node;
  return branch({ span, ...(key && { key }), isBroken }, isList ? "list" : "map", children);
}
