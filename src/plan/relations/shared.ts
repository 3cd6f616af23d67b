import { methods } from "../../http/methods.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { resourceOf } from "../names.ts";

/** Whether a flow may change what a list shows between two reads of it: groups run at the same time. An item is its group's own. */
export function isSharedList({ endpoint, itemOf }: EndpointFacts, { manifest }: Scope): boolean {
  if (itemOf !== undefined) return false;
  const resource = resourceOf(endpoint.path);
  const isSafe = (method: string) => methods[method as keyof typeof methods]?.isSafe ?? false;
  const steps = manifest.flows.flatMap((flow) => flow.steps);
  return steps.some(({ method, path }) => !isSafe(method) && resourceOf(path) === resource);
}
