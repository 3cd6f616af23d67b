import type { Json } from "../manifest/model.ts";
import type { Outcome } from "./api.ts";
import { listIn } from "./content.ts";
import type { Effect } from "./effect.ts";
import type { Exchange } from "./exchange.ts";
import { withProgress } from "./job.ts";
import { writePath } from "./json-path.ts";
import { creationCollection } from "./place.ts";
import { mergeEquals, representResource } from "./represent.ts";
import type { Collection, Resource } from "./state.ts";
import { chosenId, createResource } from "./store.ts";

/** Makes what a request asks for, one or several. */
export function create(exchange: Exchange, outcome: Outcome): Effect {
  const collection = creationCollection(exchange);
  const { sent } = exchange.content;
  if (!collection) throw new Error(`${exchange.operation.key} creates nowhere`);
  if (outcome.code === 207) return createBatch(exchange, outcome, collection);
  const home = homeOf(exchange);
  const isJob = outcome.code === 202;
  const resource = createOne(exchange, collection, { sent, isJob });
  const { response } = outcome;
  let body = representResource(withProgress(resource, { stage: "begun", home, response }), home, response);
  const id = resource.entity[home.idKey] ?? resource.id;
  for (const path of exchange.operation.idPaths) body = writePath(body, path, id);
  return { reason: "created", body, resource, isCreated: true };
}

function createOne(
  exchange: Exchange,
  collection: Collection,
  { sent, isJob = false }: { sent: Json | undefined; isJob?: boolean },
): Resource {
  const { state, caller, request, content } = exchange;
  const id = chosenId(homeOf(exchange), sent);
  return createResource(state, homeOf(exchange), {
    collection,
    sent,
    file: content.file,
    ...(id === undefined ? {} : { id }),
    origin: "post",
    owner: caller.names[0],
    nowMs: request.nowMs,
    isJob,
  });
}

/** Each item of a list is created for itself, and each has a status of its own (RFC 4918, 13). */
function createBatch(exchange: Exchange, { response }: Outcome, collection: Collection): Effect {
  const items = listIn(exchange.content.sent).map((sent) => ({
    id: createOne(exchange, collection, { sent }).entity[homeOf(exchange).idKey] ?? null,
    status: 201,
  }));
  const body = response.body ?? items;
  return { reason: `${items.length} created`, body: mergeEquals(body, response.equals) };
}

function homeOf({ operation }: Exchange) {
  if (!operation.home) throw new Error(`${operation.key} has no home`);
  return operation.home;
}
