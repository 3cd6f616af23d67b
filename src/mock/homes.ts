import type { Json, JsonObject, JsonPath } from "../manifest/model.ts";
import type { Home, OwedValue, Use } from "./api.ts";
import { fieldOf, isObject, withField } from "./json.ts";
import { readPath } from "./json-path.ts";
import { findCreated, findLinks, happyBody, happyCode, isCreateLink, type Link, suppliedValue } from "./links.ts";
import { parsePathTemplate } from "./path-template.ts";
import { isPendingWord } from "./pending.ts";
import { listPicks } from "./picks.ts";
import { settableFields } from "./settable.ts";

/** Where the resources of a manifest live, and who makes them. */
export interface Homes {
  readonly byShape: ReadonlyMap<string, Home>;
  /** The collection that a request creates in. */
  readonly createdBy: (key: string) => Home | undefined;
  /** The home that each parameter of a request picks from, by position. */
  readonly pickedBy: (use: Use) => ReadonlyArray<Home | undefined>;
  /** Where the answer to a request must hold the new id. */
  readonly idPaths: (key: string) => ReadonlyArray<JsonPath>;
  /** What others take from the answer to a request that creates nothing. */
  readonly owed: (key: string) => ReadonlyArray<OwedValue>;
}

/** Finds the collections behind the path parameters and the creates. */
export function findHomes(uses: ReadonlyArray<Use>): Homes {
  const links = findLinks(uses);
  const created = findCreated(uses, links);
  const picks = listPicks(uses, links, created);
  const idPaths = (key: string) => (created.has(key) ? idPathsOf(key, uses, links) : []);
  const creators = new Map([...created].map(([key, path]) => [shapeOf(path), key]));
  const byShape = new Map<string, Home>();
  for (const path of new Set([...created.values(), ...picks.map((pick) => pick.path)])) {
    const shape = shapeOf(path);
    if (byShape.has(shape)) continue;
    const seeds = picks.filter((pick) => pick.shape === shape).flatMap((pick) => pick.seeds);
    const creator = creators.get(shape) ?? "";
    byShape.set(shape, describeHome(path, { uses, seeds, creator, idPath: idPaths(creator)[0] ?? ["id"] }));
  }
  return {
    byShape,
    createdBy: (key) => byShape.get(shapeOf(created.get(key) ?? "")),
    pickedBy: (use) => {
      const own = picks.filter((pick) => pick.use === use);
      return use.sources.map((_, at) => byShape.get(own.find(({ position }) => position === at)?.shape ?? ""));
    },
    idPaths,
    owed: (key) =>
      links
        .filter((link) => !isCreateLink(link) && link.creator.key === key)
        .map((link) => ({ path: link.path ?? ["id"], value: suppliedValue(link) })),
  };
}

/** The paths that others take the id from; where nobody does, the one that `capture` names. */
function idPathsOf(key: string, uses: ReadonlyArray<Use>, links: ReadonlyArray<Link>): ReadonlyArray<JsonPath> {
  const linked = links.flatMap((link) =>
    isCreateLink(link) && link.creator.key === key && link.path ? [link.path] : [],
  );
  if (linked.length > 0) return linked;
  const endpoint = uses.find((use) => use.kind === "endpoint" && use.key === key);
  const captured = endpoint?.kind === "endpoint" ? Object.values(endpoint.request.capture) : [];
  return captured.slice(0, 1);
}

function shapeOf(path: string): string {
  return parsePathTemplate(path).shape;
}

interface HomeFacts {
  readonly uses: ReadonlyArray<Use>;
  readonly seeds: ReadonlyArray<string>;
  /** Key of the request that creates here; empty: none. */
  readonly creator: string;
  readonly idPath: JsonPath;
}

function describeHome(path: string, { uses, seeds, creator, idPath }: HomeFacts): Home {
  const { shape, names } = parsePathTemplate(path);
  const items = uses.filter(({ template }) => template.shape === `${shape === "/" ? "" : shape}/{}`);
  const read = items.find(({ request }) => request.method === "GET");
  const create = uses.find(({ key }) => key === creator);
  const isPlainPath = idPath.every((key) => typeof key === "string");
  const idKey = (create ? undefined : namedId(read)) ?? (isPlainPath ? String(idPath.at(-1) ?? "id") : "id");
  const envelope = isPlainPath ? idPath.slice(0, -1) : [];
  const shown = read && entityIn(happyBody(read), envelope, idKey);
  const begun = create && entityIn(happyBody(create), envelope, idKey);
  const made = create && happyCode(create) === 202 ? ended(begun) : begun;
  const id = fieldOf(shown, idKey) ?? fieldOf(made, idKey);
  const writes = uses.filter((use) => use.key === creator || (items.includes(use) && use.request.method !== "DELETE"));
  const settable = settableFields(writes);
  return {
    path,
    names,
    shape,
    idKey,
    envelope,
    idKind: typeof id === "string" ? "uuid" : "number",
    seeds: [...new Set(seeds)],
    ...(settable ? { settable } : {}),
    ...((shown ?? made) ? { shown: shown ?? made ?? {} } : {}),
    example: shown ?? made ?? sentExample([...items, ...(create ? [create] : [])]),
  };
}

/** `symbol` where `GET /quotes/{symbol}` shows a symbol and no id. */
function namedId(read: Use | undefined): string | undefined {
  const name = read?.template.names.at(-1);
  const body = read && happyBody(read);
  const isShown = name !== undefined && fieldOf(body, name) !== undefined && fieldOf(body, "id") === undefined;
  return isShown ? name : undefined;
}

/** What a 202 shows of a job is its beginning; whoever asks later finds it done. */
function ended(job: JsonObject | undefined): JsonObject | undefined {
  const name = ["status", "state"].find((each) => isPendingWord(fieldOf(job, each)));
  return job && name !== undefined ? withField(job, name, "succeeded") : job;
}

/** The item inside of an example: at the envelope, or in the one object that stands where the id is missing. */
export function entityIn(body: Json | undefined, envelope: JsonPath, idKey: string): JsonObject | undefined {
  const found = readPath(body, envelopeIn(body, envelope, idKey));
  return isObject(found) ? found : undefined;
}

/** Where an example holds the item. */
export function envelopeIn(body: Json | undefined, envelope: JsonPath, idKey: string): JsonPath {
  if (!isObject(body)) return envelope;
  if (envelope.length > 0 && isObject(readPath(body, envelope))) return envelope;
  if (fieldOf(body, idKey) !== undefined) return [];
  const holders = Object.keys(body).filter((key) => fieldOf(fieldOf(body, key), idKey) !== undefined);
  return holders.length === 1 ? holders : [];
}

/** Where no response is shown, what is sent says what an item consists of. */
function sentExample(uses: ReadonlyArray<Use>): JsonObject {
  for (const method of ["PUT", "POST"]) {
    const body = uses.find(({ request }) => request.method === method)?.request.body;
    if (body?.kind === "json" && isObject(body.value)) return body.value;
  }
  return {};
}
