import type { Json, JsonPath, ResponseExpectation } from "../manifest/model.ts";
import type { Home, OwedValue } from "./api.ts";
import { envelopeIn } from "./homes.ts";
import { fieldOf, isObject, jsonType, withField } from "./json.ts";
import { readPath, writePath } from "./json-path.ts";
import { mergePatch } from "./merge-patch.ts";
import { hasPlaceholder } from "./placeholder.ts";
import { withoutSecrets } from "./secret-field.ts";
import type { Resource } from "./state.ts";

/** A resource as a response shows it: what is stored, in the shape of the example and with its other fields. */
export function representResource(resource: Resource, home: Home, response: ResponseExpectation): Json {
  const example = response.body;
  const path = envelopeIn(example, home.envelope, home.idKey);
  const model = readPath(example, path) ?? home.shown;
  const body = writePath(example, path, shapeLike(model, withoutSecrets(resource.entity, model)));
  return impliedBy(body, response.equals, { path, resource });
}

/** A collection as a response shows it: the first list of the example, holding what is stored. */
export function representList(resources: ReadonlyArray<Resource>, response: ResponseExpectation): Json {
  const example = response.body;
  const path = example === undefined ? [] : findList(example);
  if (!path) return mergeEquals(example ?? [], response.equals);
  const model = readPath(example, [...path, 0]);
  const items = resources.map(({ entity }) => shapeLike(model, withoutSecrets(entity, model)));
  const body = path.length === 0 ? items : countItems(writePath(example, path, items), items.length);
  return mergeEquals(body, response.equals);
}

/** A value in the shape of an example: where the types differ the example is right, where they agree the value is. */
export function shapeLike(example: Json | undefined, value: Json): Json {
  if (example === undefined || example === null) return value;
  if (isObject(example) && isObject(value)) {
    const shaped = Object.entries(value).map(([key, item]): [string, Json] => [
      key,
      shapeLike(fieldOf(example, key), item),
    ]);
    return { ...example, ...Object.fromEntries(shaped) };
  }
  if (Array.isArray(example) && Array.isArray(value)) {
    const [model] = example;
    if (model === undefined) return value;
    return value.every((item) => jsonType(item) === jsonType(model))
      ? value.map((item) => shapeLike(model, item))
      : example;
  }
  return jsonType(example) === jsonType(value) ? value : example;
}

/** `equals` of a response without a resource behind it. What it takes from variables of the run is not known here. */
export function mergeEquals(body: Json, equals: Json | undefined): Json {
  const known = equals === undefined ? undefined : withoutUnknown(equals);
  return known === undefined ? body : mergeValues(body, known);
}

/**
 * `equals` of a response that shows a resource. It says what the server makes of a resource (`state: open`), so it fills
 * in what the client did not send; a field that the client did send stays as it was sent, also where `equals` says
 * otherwise. A flow that expects more than that needs a real server.
 */
function impliedBy(
  body: Json,
  equals: Json | undefined,
  { path, resource }: { path: JsonPath; resource: Resource },
): Json {
  const merged = mergeEquals(body, equals);
  const said = readPath(equals, path);
  if (!isObject(said)) return merged;
  let shown = merged;
  for (const name of Object.keys(said)) {
    const own = fieldOf(resource.sent, name);
    if (own !== undefined) shown = writePath(shown, [...path, name], own);
  }
  return shown;
}

/** Values that others take from a body are in it, made up where nothing else put them there. */
export function oweValues(body: Json, owed: ReadonlyArray<OwedValue>): Json {
  let full = body;
  for (const { path, value } of owed) {
    const isReachable = typeof path[0] === "string" ? !Array.isArray(full) : !isObject(full);
    if (isReachable && readPath(full, path) === undefined) full = writePath(full, path, value);
  }
  return full;
}

/** A subset laid over a value: objects merge, null is a value like any other. */
function mergeValues(body: Json, values: Json): Json {
  if (isObject(values) && isObject(body)) {
    let merged = body;
    for (const [key, value] of Object.entries(values)) {
      const own = fieldOf(merged, key);
      merged = withField(merged, key, own === undefined ? value : mergeValues(own, value));
    }
    return merged;
  }
  if (Array.isArray(values) && Array.isArray(body)) {
    return [
      ...values.map((value, at) => (at in body ? mergeValues(body[at] ?? null, value) : value)),
      ...body.slice(values.length),
    ];
  }
  return values;
}

function withoutUnknown(value: Json): Json | undefined {
  if (typeof value === "string") return hasPlaceholder(value) ? undefined : value;
  if (Array.isArray(value)) return value.flatMap((item) => withoutUnknown(item) ?? []);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      const known = withoutUnknown(item);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

/** Path of the first list in an example, the nearest to the top. */
export function findList(example: Json): JsonPath | undefined {
  if (Array.isArray(example)) return [];
  if (!isObject(example)) return undefined;
  const direct = Object.keys(example).find((key) => Array.isArray(fieldOf(example, key)));
  if (direct !== undefined) return [direct];
  for (const [key, value] of Object.entries(example)) {
    const below = findList(value);
    if (below) return [key, ...below];
  }
  return undefined;
}

function countItems(body: Json, count: number): Json {
  if (!isObject(body)) return body;
  const names = ["total", "count", "totalCount", "total_count"].filter(
    (name) => typeof fieldOf(body, name) === "number",
  );
  return mergePatch(body, Object.fromEntries(names.map((name) => [name, count])));
}
