import type { Json } from "../manifest/model.ts";
import type { Outcome, OwedValue, Role } from "./api.ts";
import { listIn } from "./content.ts";
import { create } from "./create.ts";
import { contentTypeOf } from "./declared-headers.ts";
import type { Effect } from "./effect.ts";
import type { Exchange } from "./exchange.ts";
import { stageOf, withProgress } from "./job.ts";
import { isObject } from "./json.ts";
import { mediaType } from "./media-type.ts";
import { mergePatch } from "./merge-patch.ts";
import { listResources, listShown } from "./paginate.ts";
import { creationCollection } from "./place.ts";
import { putResource } from "./posted.ts";
import { mergeEquals, oweValues, representResource, shapeLike } from "./represent.ts";
import type { Resource, StoredFile } from "./state.ts";
import { createResource, entityOf, removeResource } from "./store.ts";

type Perform = (exchange: Exchange, outcome: Outcome) => Effect;

/** What each role does to the resources, and what it answers. */
const effects: Readonly<Record<Role, Perform>> = {
  create,
  list,
  read,
  replace: (exchange, outcome) => update(exchange, outcome, (_, sent) => sent),
  merge: (exchange, outcome) => update(exchange, outcome, patched),
  remove,
  show,
  store,
  act,
};

/** Does what a valid request asks for. */
export function perform(exchange: Exchange, outcome: Outcome): Effect {
  const effect = effects[exchange.operation.role](exchange, outcome);
  return owe(effect, exchange.operation.owed);
}

/** The effect with what others take from its body. */
export function owe(effect: Effect, owed: ReadonlyArray<OwedValue>): Effect {
  return effect.body === undefined ? effect : { ...effect, body: oweValues(effect.body, owed) };
}

function list(exchange: Exchange, { response }: Outcome): Effect {
  const items = [...(creationCollection(exchange)?.items.values() ?? [])];
  return listResources(exchange, items, response);
}

function read(exchange: Exchange, { response }: Outcome): Effect {
  const { resource, home } = itemOf(exchange);
  const shown = withProgress(resource, { stage: stageOf(resource, exchange), home, response });
  const body = representResource(shown, home, response);
  const declared = contentTypeOf(response);
  const isFile = resource.file && !response.body && fitsType(declared, resource.file);
  return { reason: "found", body, resource, ...(isFile ? { file: resource.file } : {}) };
}

/** A declared type that is another one asks for what is known of the file. */
function fitsType(declared: string | undefined, { type }: StoredFile): boolean {
  return declared === undefined || mediaType(declared) === mediaType(type);
}

function update(exchange: Exchange, outcome: Outcome, next: (resource: Resource, sent: Json) => Json): Effect {
  const { request, content, caller, places, state } = exchange;
  const place = places.at(-1);
  if (!place?.collection) throw new Error(`${exchange.operation.key} has no collection`);
  const { home, id, collection, resource: known } = place;
  if (!known) {
    const made = {
      collection,
      id,
      sent: content.sent,
      file: content.file,
      origin: "put",
      owner: caller.names[0],
      nowMs: request.nowMs,
    } as const;
    const resource = createResource(state, home, made);
    return {
      reason: "created",
      code: 201,
      body: representResource(resource, home, outcome.response),
      resource,
      isCreated: true,
    };
  }
  const sent = content.sent === undefined ? known.sent : next(known, content.sent);
  const file = content.file ?? known.file;
  const resource = { ...known, sent, file, entity: entityOf(home, id, sent), modifiedMs: request.nowMs };
  putResource(collection, resource);
  return { reason: "updated", body: representResource(resource, home, outcome.response), resource };
}

function remove(exchange: Exchange, { response }: Outcome): Effect {
  const { resource, collection } = itemOf(exchange);
  removeResource(exchange.state, collection, resource);
  return { reason: "deleted", body: mergeEquals(response.body ?? { ok: true }, response.equals) };
}

/** What was stored at a path that is no item, else what the manifest shows. */
function show(exchange: Exchange, { response }: Outcome): Effect {
  const example = response.body;
  const stored = exchange.state.documents.get(exchange.path)?.value;
  if (stored !== undefined) return { reason: "shown", body: shapeLike(example, stored) };
  const body = mergeEquals(example ?? { ok: true }, response.equals);
  return listShown(exchange, body, response) ?? { reason: "shown", body };
}

function store(exchange: Exchange, { response }: Outcome): Effect {
  const { state, path, content, request } = exchange;
  const { sent } = content;
  if (sent === undefined) return { reason: "stored", body: response.body ?? { ok: true } };
  const known = state.documents.get(path)?.value;
  const stored = request.method === "PATCH" ? mergePatch(known, sent) : sent;
  state.documents.set(path, { value: stored, modifiedMs: request.nowMs });
  return { reason: "stored", body: shapeLike(response.body, stored) };
}

function act({ content }: Exchange, { code, response }: Outcome): Effect {
  const done = code === 207 ? listIn(content.sent).map((_, at) => ({ id: at + 1, status: 200 })) : { ok: true };
  return { reason: "done", body: mergeEquals(response.body ?? done, response.equals) };
}

/** Only a JSON object is a merge patch that leaves a resource one; anything else changes nothing. */
function patched({ sent, entity }: Resource, patch: Json): Json {
  return isObject(patch) ? mergePatch(sent ?? entity, patch) : (sent ?? entity);
}

function itemOf({ places, operation }: Exchange) {
  const place = places.at(-1);
  if (!place?.resource || !place.collection) throw new Error(`${operation.key} was let through without its resource`);
  return { home: place.home, resource: place.resource, collection: place.collection };
}
