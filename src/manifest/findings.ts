import type { z } from "zod";
import type { Report } from "../diagnostic/diagnostic.ts";
import { suggest } from "../diagnostic/suggest.ts";
import { hintForEndpoint, hintForKey, hintForType } from "./form-hints.ts";
import type { Json } from "./model.ts";
import { keyOf, placeOf, type SourceNode } from "./source-node.ts";

type Issue = z.core.$ZodIssue;
type Path = ReadonlyArray<string | number>;

/** One mistake in the form, with what has to be left out so that the rest is right. */
export type Finding = { readonly dropped: Path } & (
  | { readonly kind: "unknown-key"; readonly key: string; readonly known: ReadonlyArray<string> }
  | { readonly kind: "not-an-endpoint"; readonly key: string }
  | { readonly kind: "wrong-value"; readonly expected: string; readonly words: ReadonlyArray<string> }
);

/** What is really wrong: of the branches of a union only the one that was meant counts. */
export function findingsOf(issue: Issue, base: Path = []): ReadonlyArray<Finding> {
  const path = [...base, ...issue.path.filter((key) => typeof key !== "symbol")];
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(" ");
    return issue.keys.map((key) => ({ kind: "unknown-key", key, known, dropped: [...path, key] }));
  }
  if (issue.code === "invalid_key") return [{ kind: "not-an-endpoint", key: String(path.at(-1)), dropped: path }];
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((branch) => !branch.some(isOfOtherType));
    if (meant) return meant.flatMap((inner) => findingsOf(inner, path));
  }
  return [{ kind: "wrong-value", expected: issue.message, words: wordsOf(issue), dropped: path }];
}

/** The value as a whole does not fit, so another branch was meant. */
function isOfOtherType(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOfOtherType));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function wordsOf(issue: Issue): ReadonlyArray<string> {
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(wordsOf);
  return issue.code === "invalid_value" ? issue.values.map(String) : [];
}

/** Says it at the node it is about. `root` is the tree the issue was found in. */
export function reportFinding(finding: Finding, root: SourceNode, report: Report): void {
  const path = finding.dropped.slice(0, -1);
  const last = finding.dropped.at(-1);
  const parent = nodeAt(root, path);
  const node = last === undefined ? parent : parent?.children.get(String(last));
  const place = node && { span: keyOf(node) };
  if (finding.kind === "unknown-key") {
    const { key, known } = finding;
    const args = { key, nearest: suggest(key, known), hint: hintForKey(key, known) };
    report({ code: "unknown-key", args, ...place });
  } else if (finding.kind === "not-an-endpoint") {
    report({ code: "bad-endpoint", args: { key: finding.key, hint: hintForEndpoint(finding.key) }, ...place });
  } else if (node !== undefined) reportValue(finding, node, { report, key: String(last) });
  else if (parent && !parent.isBroken && !isMisspelled(String(last), parent)) {
    report({ code: "missing-key", args: { key: String(last) }, span: keyOf(parent) });
  }
}

/** Another key of the map was probably meant to be this one, and is reported as unknown. */
function isMisspelled(key: string, { children }: SourceNode): boolean {
  return [...children.keys()].some((other) => suggest(other, [key]) === key);
}

function reportValue(
  { expected, words }: Extract<Finding, { kind: "wrong-value" }>,
  node: SourceNode,
  { report, key }: { readonly report: Report; readonly key: string },
): void {
  if (node.isBroken) return;
  const { value } = node;
  if (typeof value === "string" && words.length > 0) {
    report({ code: "bad-value", args: { value, expected, nearest: suggest(value, words) }, span: placeOf(node) });
    return;
  }
  const hint = hintForType(expected, value, key);
  report({ code: "wrong-type", args: { expected, got: describe(value), hint }, span: placeOf(node) });
}

function nodeAt(root: SourceNode, path: Path): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const key of path) node = node?.children.get(String(key));
  return node;
}

function describe(value: Json): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return value.length > 40 ? "text" : JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  return Array.isArray(value) ? "a list" : "a map";
}
