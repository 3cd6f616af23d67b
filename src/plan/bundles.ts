import type { Case, Plan } from "./model.ts";

/** Cases that prove something only in one run, in plan order. */
export type Bundle = ReadonlyArray<Case>;

/**
 * The plan in bundles that share nothing: its groups, joined where a case of one needs or is spoiled by a case of another. The
 * bursts stand in one group only because they run last, so those of each endpoint go by themselves to whatever they need.
 */
export function bundlesOf({ groups }: Plan): ReadonlyArray<Bundle> {
  const entries = groups.flatMap(({ kind, cases }, at) =>
    // A burst and what is sent after it are of one endpoint, and speak to one another through variables named after it.
    cases.map((one) => ({ one, part: kind === "burst" ? `${at} ${one.endpoint}` : `${at}` })),
  );
  const partOf = new Map(entries.map(({ one, part }) => [one.id, part]));
  const { find, join } = createUnion();
  for (const { one, part } of entries) {
    for (const id of [...one.needs, ...(one.spoiledBy ?? [])]) join(part, partOf.get(id) ?? part);
  }
  const bundles = new Map<string, Case[]>();
  for (const { one, part } of entries) {
    const bundle = bundles.get(find(part));
    if (bundle === undefined) bundles.set(find(part), [one]);
    else bundle.push(one);
  }
  return [...bundles.values()];
}

interface Union {
  /** The part that stands for all that are joined with this one. */
  readonly find: (part: string) => string;
  readonly join: (one: string, other: string) => void;
}

function createUnion(): Union {
  const parents = new Map<string, string>();
  const find = (part: string): string => {
    let root = part;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  const join = (one: string, other: string): void => {
    const [from, to] = [find(one), find(other)];
    if (from !== to) parents.set(from, to);
  };
  return { find, join };
}
