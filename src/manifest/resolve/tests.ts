import { Script } from "node:vm";
import { placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";

/** A script, or the text of the .js file it names, which compiles: one that does not would take every check of its case along. */
export function resolveTests(node: SourceNode | undefined, scope: Scope): string | undefined {
  if (node === undefined) return undefined;
  const script = String(node.value);
  const text = /^[^\n;(]+\.js$/.test(script) ? scope.files.readNamed(node)?.text : script;
  const problem = text === undefined ? undefined : problemOf(text);
  if (problem !== undefined) scope.report({ code: "bad-script", args: { problem }, span: placeOf(node) });
  else if (text !== undefined && asynchronous.test(text)) {
    scope.report({ code: "async-test", args: {}, span: placeOf(node) });
  }
  return text;
}

/** `pm.test("name", async () => ...)`, `(done) => ...`, `function (done) ...`: Newman does not wait for them. */
const asynchronous = /\bpm\s*\.\s*test\s*\([^,]+,\s*(?:async\b|\(\s*\w+\s*\)\s*=>|\w+\s*=>|function\s*\w*\s*\(\s*\w)/;

/** Compiles it the way it is generated, in a block of its own; nothing is run. */
function problemOf(text: string): string | undefined {
  try {
    new Script(`{\n${text}\n}`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
