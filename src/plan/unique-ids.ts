import type { Case, CaseId, Group } from "./model.ts";

/**
 * The groups with an id of its own for each case, and a name of its own for each group: a second one of the same id is
 * `... #2`. The control of an endpoint keeps its id, since others need it by that.
 */
export function withUniqueIds(groups: ReadonlyArray<Group>): ReadonlyArray<Group> {
  const cases = groups.flatMap((group) => group.cases);
  const ordered = [...cases].sort((a, b) => Number(b.isControl ?? false) - Number(a.isControl ?? false));
  const suffixes = suffixesOf(ordered, ({ id }) => id);
  const groupSuffixes = suffixesOf(groups, ({ name }) => name);
  const unique = groups.map((group) => ({
    ...group,
    name: `${group.name}${groupSuffixes.get(group) ?? ""}`,
    cases: renamed(group.cases, suffixes),
  }));
  const ids = unique.flatMap((group) => group.cases.map(({ id }) => id));
  if (new Set(ids).size !== ids.length) throw new Error(`two cases have one id: ${ids.sort().join(", ")}`);
  return unique;
}

/** The first of a name keeps it; ` #2` for the second, unless someone is called by that already. */
function suffixesOf<T>(things: ReadonlyArray<T>, nameOf: (thing: T) => string): ReadonlyMap<T, string> {
  const suffixes = new Map<T, string>();
  const written = new Set(things.map(nameOf));
  const taken = new Set<string>();
  for (const thing of things) {
    const name = nameOf(thing);
    let suffix = "";
    for (let count = 2; taken.has(`${name}${suffix}`) || (suffix !== "" && written.has(`${name}${suffix}`)); count++) {
      suffix = ` #${count}`;
    }
    taken.add(`${name}${suffix}`);
    if (suffix !== "") suffixes.set(thing, suffix);
  }
  return suffixes;
}

function renamed(cases: ReadonlyArray<Case>, suffixes: ReadonlyMap<Case, string>): ReadonlyArray<Case> {
  const idOf = (one: Case): CaseId => `${one.id}${suffixes.get(one) ?? ""}`;
  const needed = new Map<CaseId, CaseId>();
  for (const one of cases) if (one.isControl || !needed.has(one.id)) needed.set(one.id, idOf(one));
  return cases.map((one, index) => {
    const spoilers = (one.spoiledBy ?? []).flatMap((id) =>
      cases.slice(0, index).filter((other) => other.id === id && other.request !== undefined),
    );
    return {
      ...one,
      id: idOf(one),
      title: `${one.title}${suffixes.get(one) ?? ""}`,
      // What another group holds is a control, and keeps its id.
      needs: one.needs.map((id) => needed.get(id) ?? id),
      ...(one.spoiledBy && { spoiledBy: [...new Set(spoilers.map(idOf))] }),
    };
  });
}
