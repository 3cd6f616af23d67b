import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { type Policy, type PolicyName, policies } from "../../http/policies.ts";
import { keyOf, placeOf, type SourceNode, scalarText } from "../source-node.ts";

/** `policy:` with nothing but policies and answers that exist. */
export function resolvePolicy(node: SourceNode | undefined, report: Report): Partial<Record<PolicyName, string>> {
  const chosen: Partial<Record<PolicyName, string>> = {};
  for (const [name, child] of node?.children ?? []) {
    const known = Object.keys(policies);
    if (!isPolicy(name)) {
      report({ code: "unknown-policy", args: { name, nearest: suggest(name, known), known }, span: keyOf(child) });
      continue;
    }
    const policy: Policy = policies[name];
    const value = scalarText(child);
    const expected = policy.values.join(" or ");
    if (policy.values.includes(value)) chosen[name] = value;
    else
      report({
        code: "bad-value",
        args: { value, expected },
        span: placeOf(child),
      });
  }
  return chosen;
}

function isPolicy(name: string): name is PolicyName {
  return Object.hasOwn(policies, name);
}
