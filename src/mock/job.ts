import type { Json, JsonObject, ResponseExpectation } from "../manifest/model.ts";
import type { Home } from "./api.ts";
import type { Exchange } from "./exchange.ts";
import { envelopeIn } from "./homes.ts";
import { fieldOf, isObject, withField } from "./json.ts";
import { readPath } from "./json-path.ts";
import { isPendingWord } from "./pending.ts";
import { putResource } from "./posted.ts";
import type { Resource } from "./state.ts";

/** `begun`: as the 202 shows it. Whoever asks for the first time finds it running, and the next time it has ended. */
type Stage = "begun" | "running" | "ended";

const usualWords: Readonly<Record<Stage, string>> = { begun: "pending", running: "running", ended: "succeeded" };

/**
 * How far a job is for this request. Whoever asks whether it has changed, or for the headers alone, is told of what was shown
 * last, so that a copy of it is current once.
 */
export function stageOf({ polls = 0 }: Resource, { request }: Exchange): Stage {
  const isComparing = request.method === "HEAD" || [...request.headers.keys()].some((name) => name.startsWith("if-"));
  return (isComparing ? polls - 1 : polls) < 1 ? "running" : "ended";
}

/** Counts a read of a job. */
export function countPoll({ operation, request, places }: Exchange): void {
  const place = places.at(-1);
  const collection = place?.collection;
  const resource = collection?.items.get(place?.id ?? "");
  if (operation.role !== "read" || request.method !== "GET" || !collection || resource?.polls === undefined) return;
  if (resource.polls > 1) return;
  const modifiedMs = resource.polls === 0 ? request.nowMs : resource.modifiedMs;
  putResource(collection, { ...resource, polls: resource.polls + 1, modifiedMs });
}

/** A job with the word for its stage, where the manifest shows a field for it or shows nothing at all. */
export function withProgress(
  resource: Resource,
  { stage, home, response }: { stage: Stage; home: Home; response: ResponseExpectation },
): Resource {
  if (resource.polls === undefined) return resource;
  const path = envelopeIn(response.body, home.envelope, home.idKey);
  const model = readPath(response.body, path) ?? home.shown;
  const name = ["status", "state"].find((each) => typeof fieldOf(model, each) === "string");
  const field = name ?? (model === undefined ? "status" : undefined);
  // What the client has sent is its own business.
  if (field === undefined || fieldOf(resource.entity, field) !== undefined) return resource;
  const choices = choicesAt(response.schema, [...path, field]);
  const word = wordFor(stage, fieldOf(model, field), choices);
  return { ...resource, entity: withField(resource.entity, field, word) };
}

function wordFor(stage: Stage, shown: Json | undefined, choices: ReadonlyArray<Json> | undefined): Json {
  const isFitting = (word: Json) => isPendingWord(word) === (stage !== "ended");
  const isOwn = shown !== undefined && stage !== "running" && isFitting(shown);
  const word = isOwn ? shown : usualWords[stage];
  if (choices === undefined || choices.includes(word)) return word;
  return choices.find(isFitting) ?? shown ?? word;
}

/** The values that a schema lets a field have; undefined: any. */
function choicesAt(schema: JsonObject | undefined, path: ReadonlyArray<string | number>) {
  let found: Json | undefined = schema;
  for (const key of path) found = fieldOf(fieldOf(found, "properties"), String(key));
  const choices = isObject(found) ? fieldOf(found, "enum") : undefined;
  return Array.isArray(choices) ? choices : undefined;
}
