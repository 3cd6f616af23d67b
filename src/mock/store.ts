import type { Json, JsonObject } from "../manifest/model.ts";
import type { Home } from "./api.ts";
import { fieldOf, isObject, withField } from "./json.ts";
import { joinPath } from "./path-template.ts";
import { fillPlaceholders } from "./placeholder.ts";
import { forgetPosted, putResource } from "./posted.ts";
import { uuidOf } from "./seed.ts";
import type { Collection, Resource, State, StoredFile } from "./state.ts";

/** The collection at a concrete path; what the manifest says is there from the start is put in when it is first asked for. */
export function collectionAt(state: State, home: Home, path: string): Collection {
  const known = state.collections.get(path);
  if (known) return known;
  const collection: Collection = {
    path,
    shape: home.shape,
    items: new Map(),
    deletedIds: new Set(),
    posted: new Map(),
  };
  for (const id of home.seeds) collection.items.set(id, seedResource(home, state, { id, path }));
  state.collections.set(path, collection);
  return collection;
}

/** A resource as the manifest shows it from the start. */
export function seedResource(home: Home, state: State, { id, path }: { id: string; path: string }): Resource {
  const example = fillPlaceholders(home.example, state.seed);
  return {
    id,
    path: joinPath(path, encodeURIComponent(id)),
    entity: withField(isObject(example) ? example : {}, home.idKey, typedId(home, id)),
    sent: undefined,
    file: undefined,
    origin: "seed",
    owner: undefined,
    modifiedMs: state.startedAtMs,
    trail: [],
  };
}

/** What a new resource is made of. */
export interface NewResource {
  /** Chosen by the client; absent: the next one. */
  readonly id?: string;
  readonly sent: Json | undefined;
  readonly file?: StoredFile | undefined;
  readonly origin: "post" | "put";
  readonly owner: string | undefined;
  readonly nowMs: number;
  /** It is begun, and not done yet. */
  readonly isJob?: boolean;
}

/** Makes a resource and stores it. */
export function createResource(state: State, home: Home, options: NewResource & { collection: Collection }): Resource {
  const { collection, sent, file, origin, owner, nowMs, isJob = false } = options;
  const id = options.id ?? nextId(state, home, collection);
  const resource: Resource = {
    id,
    path: joinPath(collection.path, encodeURIComponent(id)),
    entity: entityOf(home, id, sent),
    sent,
    file,
    origin,
    owner,
    modifiedMs: nowMs,
    ...(isJob ? { polls: 0 } : {}),
    trail: [],
  };
  putResource(collection, resource);
  collection.deletedIds.delete(id);
  return resource;
}

/** What is stored of a body: its fields under the id. A list or a plain value needs a name to stand under. */
export function entityOf(home: Home, id: string, sent: Json | undefined): JsonObject {
  const fields = isObject(sent) ? pickFields(sent, home.settable) : sent === undefined ? {} : { value: sent };
  return { [home.idKey]: typedId(home, id), ...withField(fields, home.idKey, typedId(home, id)) };
}

function pickFields(sent: JsonObject, settable: ReadonlySet<string> | undefined): JsonObject {
  if (!settable) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => settable.has(name)));
}

/** The id that a client chose itself, where it sent one and may. */
export function chosenId(home: Home, sent: Json | undefined): string | undefined {
  const isAsked = home.settable?.has(home.idKey) ?? true;
  const id = isAsked ? fieldOf(sent, home.idKey) : undefined;
  if (typeof id === "number") return String(id);
  return typeof id === "string" && isPathName(id) ? id : undefined;
}

/** Whether a text can be a segment of a path: no dot segment (RFC 3986, 3.3), nothing that UTF-8 has no bytes for. */
function isPathName(text: string): boolean {
  return text !== "" && text.length <= 200 && text !== "." && text !== ".." && !/\p{Surrogate}/u.test(text);
}

/** Deletes a resource with everything below its path. */
export function removeResource(state: State, collection: Collection, resource: Resource): void {
  forgetPosted(collection, collection.items.get(resource.id));
  collection.items.delete(resource.id);
  collection.deletedIds.add(resource.id);
  for (const stored of [state.collections, state.documents]) {
    for (const path of stored.keys()) {
      if (path.startsWith(`${resource.path}/`)) stored.delete(path);
    }
  }
}

function nextId(state: State, home: Home, { items, deletedIds }: Collection): string {
  for (;;) {
    const count = (state.counters.get(home.shape) ?? 0) + 1;
    state.counters.set(home.shape, count);
    const id = home.idKind === "uuid" ? uuidOf(state.seed, `${home.shape} ${count}`) : String(count);
    if (!items.has(id) && !deletedIds.has(id)) return id;
  }
}

/** Ids that are numbers are numbers in bodies, too. */
function typedId(home: Home, id: string): string | number {
  return home.idKind === "number" && /^(?:0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id;
}
