import { placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000 };

/** `300ms`, `2s` in milliseconds; nothing when it is something else. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(text.trim()) ?? [];
  const milliseconds = Math.round(Number(amount) * (units[unit] ?? Number.NaN));
  return milliseconds > 0 ? milliseconds : undefined;
}

/** The duration that a node's text gives. */
export function resolveDuration(node: SourceNode | undefined, scope: Scope): number | undefined {
  if (node === undefined) return undefined;
  const text = String(node.value);
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) scope.report({ code: "bad-duration", args: { text }, span: placeOf(node) });
  return milliseconds;
}
