import type { Case, Group } from "../../plan/model.ts";
import type { Suite } from "../../run/suite.ts";

/** A suite among others: the ids of its cases and the names of its groups begin with its name, so that they are nobody else's. */
export function namedSuite(suite: Suite): Suite {
  const prefix = `${suite.plan.suite}: `;
  const own = (name: string): string => name.slice(prefix.length);
  const rename = (group: Group, to: (name: string) => string): Group => ({
    ...group,
    name: to(group.name),
    cases: group.cases.map((one) => renameCase(one, to)),
  });
  return {
    ...suite,
    plan: { ...suite.plan, groups: suite.plan.groups.map((group) => rename(group, (name) => prefix + name)) },
    collectionOf: (parts) => suite.collectionOf(parts.map((part) => rename(part, own))),
    keyOf: (one) => suite.keyOf(renameCase(one, own)),
  };
}

function renameCase(one: Case, to: (name: string) => string): Case {
  const { spoiledBy } = one;
  return { ...one, id: to(one.id), needs: one.needs.map(to), ...(spoiledBy && { spoiledBy: spoiledBy.map(to) }) };
}
