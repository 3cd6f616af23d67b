import type { Expectation, Step } from "../model.ts";
import type { StepInput } from "../schema/endpoint.ts";
import { keyOf, type SourceNode } from "../source-node.ts";
import { checkParams } from "./change.ts";
import type { EndpointKey } from "./endpoint-key.ts";
import { resolveExpect } from "./expectation.ts";
import { resolveJsonPaths } from "./json-path.ts";
import { resolveRequest } from "./request.ts";
import type { Scope } from "./scope.ts";
import { resolveStepParams, type StepPlace } from "./step-params.ts";

/** One entry of a flow. */
export interface StepEntry {
  readonly key: EndpointKey;
  readonly node: SourceNode;
  readonly input: number | string | Array<number | string> | StepInput;
}

/** What comes before a step, and what it is a request of. */
export type StepSurroundings = Omit<StepPlace, "path">;

/** A step of a flow: the request of the endpoint it names, if that is declared, with what the step sets itself. */
export function resolveStep(entry: StepEntry, around: StepSurroundings, outer: Scope): Step {
  const { key, node, input } = entry;
  const { base, earlier } = around;
  const saved = earlier.flatMap(({ save }) => Object.keys(save));
  const scope = { ...outer, locals: new Set([...outer.locals, ...saved]) };
  const long: StepInput = typeof input === "object" && !Array.isArray(input) ? input : { expect: input };
  const fallback = base ? (base.identity ?? null) : (scope.identities[0] ?? null);
  const request = resolveRequest(long, { key, node, fallback }, scope);
  const path = node.children.get("path");
  checkParams(path, key.params, scope);
  const params = resolveStepParams(key, { ...around, ...(path && { path }) }, scope);
  const expectation = onlyExpectation(entry, long, scope);
  const save = resolveJsonPaths(node.children.get("save"), scope);
  const body = request.body ?? base?.body;
  return {
    ...request,
    params,
    query: { ...base?.query, ...request.query },
    headers: { ...without(base?.headers ?? {}, Object.keys(request.headers)), ...request.headers },
    ...(body && { body }),
    expectation,
    save,
  };
}

/** Headers but those with these names, in upper or lower case. */
function without(headers: Readonly<Record<string, string>>, names: ReadonlyArray<string>): Record<string, string> {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !lower.has(name.toLowerCase())));
}

function onlyExpectation({ key, node }: StepEntry, { expect }: StepInput, scope: Scope): Expectation {
  const expectNode = node.children.get("expect") ?? node;
  if (expect === undefined && !node.isBroken) {
    scope.report({ code: "missing-expect", args: { id: key.id }, span: keyOf(node) });
  }
  const all = expect === undefined ? [] : resolveExpect(expect, { node: expectNode, key }, scope);
  const [first, second] = all;
  if (second) scope.report({ code: "step-codes", args: { count: all.length }, span: second.span });
  return first ?? { codes: { text: "", codes: [], classes: [] }, response: { headers: [] }, span: keyOf(node) };
}
