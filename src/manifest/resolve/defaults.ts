import type { Defaults } from "../model.ts";
import type { SourceNode } from "../source-node.ts";
import { resolveDuration } from "./duration.ts";
import { resolveHeaderExpectations } from "./headers.ts";
import type { Scope } from "./scope.ts";

/** What every response must be. */
export function resolveDefaults(node: SourceNode | undefined, scope: Scope): Defaults {
  const errors = node?.children.get("errors");
  const underMs = resolveDuration(node?.children.get("under"), scope);
  return {
    ...(errors && { errors: resolveErrors(errors) }),
    ...(underMs !== undefined && { underMs }),
    headers: resolveHeaderExpectations(node?.children.get("headers"), scope),
  };
}

function resolveErrors({ value }: SourceNode): NonNullable<Defaults["errors"]> {
  return value === "problem+json" ? { kind: "problem+json" } : { kind: "example", body: value };
}
