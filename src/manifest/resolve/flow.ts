import type { Endpoint, Flow, Step } from "../model.ts";
import type { ManifestInput } from "../schema.ts";
import { keyOf, partOf, type SourceNode } from "../source-node.ts";
import { parseEndpointKey } from "./endpoint-key.ts";
import type { Scope } from "./scope.ts";
import { resolveStep, type StepEntry } from "./step.ts";
import type { EarlierStep } from "./step-params.ts";

type FlowInput = NonNullable<ManifestInput["flows"]>[string];

/** A flow as written, and what it may refer to. */
export interface FlowEntry {
  readonly input: FlowInput;
  readonly node: SourceNode;
  /** The declared endpoints by signature. */
  readonly bases: ReadonlyMap<string, Endpoint>;
  readonly suitePath?: SourceNode;
}

/** A flow: its steps in order, each knowing what those before it saved. */
export function resolveFlow(name: string, { input, node, bases, suitePath }: FlowEntry, scope: Scope): Flow {
  const steps: Step[] = [];
  const earlier: EarlierStep[] = [];
  let isComplete = !node.isBroken;
  for (const [index, stepInput] of input.entries()) {
    const entry = readEntry(stepInput, partOf(node, index), scope);
    isComplete = isComplete && entry !== undefined && !entry.node.isBroken;
    if (entry === undefined) continue;
    const base = bases.get(entry.key.signature);
    const around = { earlier, isComplete, ...(base && { base }), ...(suitePath && { suitePath }) };
    const resolved = resolveStep(entry, around, scope);
    // Later steps may add to what this one saves.
    const save = { ...resolved.save };
    steps.push({ ...resolved, save });
    earlier.push({ key: entry.key, save, ...(base && { base }) });
  }
  return { name, span: keyOf(node), steps };
}

function readEntry(input: FlowInput[number], node: SourceNode, { report }: Scope): StepEntry | undefined {
  const [first, second] = Object.entries(input);
  if (first === undefined || second !== undefined) {
    // What is missing is reported already.
    if (first === undefined && node.isBroken) return undefined;
    report({ code: "bad-step", args: {}, span: second ? keyOf(partOf(node, second[0])) : node.span });
    return undefined;
  }
  const [name, value] = first;
  const child = partOf(node, name);
  const key = parseEndpointKey(name, child, report);
  return key && { key, node: child, input: value };
}
