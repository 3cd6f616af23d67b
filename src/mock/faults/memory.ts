import { identifyCaller } from "../caller.ts";
import type { Serve } from "../fault.ts";
import { isObject, withoutField } from "../json.ts";
import { creationCollection, findPlaces } from "../place.ts";
import type { MockResponse } from "../response.ts";
import { withoutSecrets } from "../secret-field.ts";
import type { Collection, Resource, State, StoredDocument } from "../state.ts";

/** Servers whose memory is at fault. */

/** Says that it was done, and does nothing. */
export const forgetting: Serve = ({ state }, next) => {
  const before = takeSnapshot(state);
  const response = next();
  if (isDone(response)) restore(state, before);
  return response;
};

/** Does it, and keeps one of the sent fields back: the last one. */
export const losingField: Serve = ({ state }, next) => {
  const before = takeSnapshot(state);
  const response = next();
  if (!isDone(response)) return response;
  for (const collection of state.collections.values()) {
    for (const [id, resource] of collection.items) {
      if (before.collections.get(collection)?.get(id) !== resource) collection.items.set(id, withoutLast(resource));
    }
  }
  return response;
};

/** Takes all that lies beside what is deleted. */
export const deletingAll: Serve = ({ state }, next) => {
  const before = takeSnapshot(state);
  const response = next();
  for (const [collection, items] of before.collections) {
    if (isDone(response) && collection.items.size < items.size) collection.items.clear();
  }
  return response;
};

/** Sees nothing of what is stored in the collection that it lists. */
export const seeingNothing: Serve = ({ state, operation, values }, next) => {
  const before = takeSnapshot(state);
  if (operation) creationCollection({ state, operation, values })?.items.clear();
  const response = next();
  restore(state, before);
  return response;
};

/** Takes whoever asks for the owner. */
export const trustingAnybody: Serve = ({ operation, request, target, api, state, values }, next) => {
  const [name] = identifyCaller(request, target, { api, state }).names;
  if (operation === undefined || name === undefined) return next();
  const before = takeSnapshot(state);
  for (const { collection, resource } of findPlaces(operation, values, state)) {
    if (resource) collection?.items.set(resource.id, { ...resource, owner: name });
  }
  const response = next();
  restoreOwners(state, before);
  return response;
};

interface Snapshot {
  readonly collections: ReadonlyMap<Collection, ReadonlyMap<string, Resource>>;
  readonly documents: ReadonlyMap<string, StoredDocument>;
}

function takeSnapshot({ collections, documents }: State): Snapshot {
  return {
    collections: new Map([...collections.values()].map((each) => [each, new Map(each.items)])),
    documents: new Map(documents),
  };
}

/** Collections that are new have nothing in them afterwards. */
function restore(state: State, { collections, documents }: Snapshot): void {
  for (const collection of state.collections.values()) {
    collection.items.clear();
    for (const [id, resource] of collections.get(collection) ?? []) collection.items.set(id, resource);
  }
  state.documents.clear();
  for (const [path, document] of documents) state.documents.set(path, document);
}

function restoreOwners(state: State, { collections }: Snapshot): void {
  for (const collection of state.collections.values()) {
    for (const [id, resource] of collection.items) {
      const known = collections.get(collection)?.get(id);
      if (known) collection.items.set(id, { ...resource, owner: known.owner });
    }
  }
}

function withoutLast(resource: Resource): Resource {
  const { sent, entity } = resource;
  if (!isObject(sent)) return resource;
  // Nobody would miss what nobody is shown.
  const name = Object.keys(Object(withoutSecrets(sent, undefined))).at(-1);
  if (name === undefined) return resource;
  return { ...resource, sent: withoutField(sent, name), entity: withoutField(entity, name) };
}

function isDone({ status }: MockResponse): boolean {
  return status >= 200 && status < 300;
}
