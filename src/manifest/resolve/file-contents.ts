import { isObject } from "../json-object.ts";
import type { JsonObject } from "../model.ts";
import { placeOf, type SourceNode } from "../source-node.ts";
import { readTree } from "../source-tree.ts";
import type { Scope } from "./scope.ts";

/** A map that stands here, or in the JSON or YAML file that is named here. */
export function resolveObject(node: SourceNode, scope: Scope): SourceNode | undefined {
  const tree = typeof node.value === "string" ? readNamedTree(node, scope) : node;
  if (tree === undefined || asObject(tree)) return tree;
  if (!tree.isBroken) {
    scope.report({
      code: "wrong-type",
      args: { expected: "a JSON Schema, which is a map", got: Array.isArray(tree.value) ? "a list" : "something else" },
      span: placeOf(tree),
    });
  }
  return undefined;
}

/** The tree of the JSON or YAML file that is named here. */
export function readNamedTree(node: SourceNode, scope: Scope): SourceNode | undefined {
  const source = scope.files.readNamed(node);
  return source && readTree(source, scope.report);
}

/** The value of a node, where it is a map. */
export function asObject({ value }: SourceNode): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}
