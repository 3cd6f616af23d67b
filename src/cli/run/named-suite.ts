import type { Case, Group, Plan } from "../../plan/model.ts";
import type { LoadedSuite } from "./loaded-suite.ts";

/**
 * A suite among others: the ids of its cases and the names of its groups begin with its name, so that they are nobody else's. The
 * name must be nobody else's either, whatever the suite calls itself.
 */
export function namedSuite(one: LoadedSuite, suiteName: string): LoadedSuite {
  const prefix = `${suiteName}: `;
  const name = (text: string): string => prefix + text;
  const own = (text: string): string => text.slice(prefix.length);
  return {
    ...one,
    plan: { ...renamePlan(one.plan, name), suite: suiteName },
    start: async (plan) => {
      const suite = await one.start({ ...renamePlan(plan, own), suite: one.plan.suite });
      return (
        suite && {
          ...suite,
          plan,
          collectionOf: (parts) => suite.collectionOf(parts.map((part) => renameGroup(part, own))),
          keyOf: (of) => suite.keyOf(renameCase(of, own)),
        }
      );
    },
  };
}

type Rename = (text: string) => string;

function renamePlan(plan: Plan, to: Rename): Plan {
  return { ...plan, groups: plan.groups.map((group) => renameGroup(group, to)) };
}

function renameGroup(group: Group, to: Rename): Group {
  return { ...group, name: to(group.name), cases: group.cases.map((one) => renameCase(one, to)) };
}

function renameCase(one: Case, to: Rename): Case {
  const { spoiledBy } = one;
  return { ...one, id: to(one.id), needs: one.needs.map(to), ...(spoiledBy && { spoiledBy: spoiledBy.map(to) }) };
}
