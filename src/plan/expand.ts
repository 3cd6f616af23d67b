import type { Manifest } from "../manifest/model.ts";
import { burstGroup } from "./burst-cases.ts";
import { resolveCaptures } from "./captures.ts";
import { everyResponseRules } from "./every-response.ts";
import { gatherFacts } from "./facts.ts";
import { flowGroup } from "./flow-cases.ts";
import { resourceGroups } from "./groups.ts";
import type { Plan } from "./model.ts";
import { suiteLevels } from "./suite-levels.ts";
import { withUniqueIds } from "./unique-ids.ts";

/** Manifest to plan: resources in lifecycle order, then flows, then bursts. The same manifest gives the same plan. */
export function expandPlan(manifest: Manifest): Plan {
  const resolved = resolveCaptures(manifest);
  const scope = { manifest: resolved, facts: gatherFacts(resolved) };
  const groups = [
    ...resourceGroups(scope),
    ...resolved.flows.map((flow) => flowGroup(flow, resolved)),
    burstGroup(scope),
  ];
  const filled = groups.filter(({ cases }) => cases.length > 0);
  return {
    suite: manifest.name,
    groups: withUniqueIds(filled),
    every: everyResponseRules(resolved),
    suiteLevels: suiteLevels(resolved),
  };
}
