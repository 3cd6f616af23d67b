import type { Api, Home } from "./api.ts";
import { createState, type State } from "./state.ts";
import { seedResource } from "./store.ts";

/** What a mock remembers when its manifest has changed. */
export interface CarriedOver {
  readonly state: State;
  /** How many resources are still there; undefined: they do not fit the new manifest, and it starts over. */
  readonly kept: number | undefined;
}

/** Keeps the resources where each kind still has the same ids in the same place; what was only shown is shown anew. */
export function carryOver(state: State, { before, after }: { before: Api; after: Api }, nowMs: number): CarriedOver {
  const { seed } = state;
  const shared = [...before.homes.values()].flatMap((home) => pairOf(home, after.homes.get(home.shape)));
  if (shared.some(([home, next]) => identityOf(home) !== identityOf(next))) {
    return { state: createState({ seed, nowMs }), kept: undefined };
  }
  for (const [path, collection] of state.collections) {
    const home = after.homes.get(collection.shape);
    if (!home && before.homes.has(collection.shape)) state.collections.delete(path);
    if (home) refresh(state, home, path);
  }
  const kept = [...state.collections.values()].reduce((sum, { items }) => sum + items.size, 0);
  return { state, kept };
}

function pairOf(home: Home, next: Home | undefined): ReadonlyArray<readonly [Home, Home]> {
  return next ? [[home, next]] : [];
}

function identityOf({ idKey, idKind, envelope }: Home): string {
  return JSON.stringify([idKey, idKind, envelope]);
}

/** Steps of flows may have other places now, so nothing has been through one; what nobody has changed is as it is shown now. */
function refresh(state: State, home: Home, path: string): void {
  const collection = state.collections.get(path);
  if (!collection) return;
  for (const [id, resource] of collection.items) {
    const isUntouched = resource.origin === "seed" && resource.sent === undefined;
    if (isUntouched) collection.items.delete(id);
    else collection.items.set(id, { ...resource, trail: [] });
  }
  const missing = home.seeds.filter((id) => !collection.items.has(id) && !collection.deletedIds.has(id));
  for (const id of missing) collection.items.set(id, seedResource(home, state, { id, path }));
}
