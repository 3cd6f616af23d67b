import type { Endpoint } from "../manifest/model.ts";
import { shapeOf } from "./items.ts";

/** What is made, shown and taken away at paths whose ids are all written out: no POST gives an id of it. */
export interface Places {
  /** PUT or PATCH of a JSON object -> the GET that shows it. */
  readonly shownBy: ReadonlyMap<string, string>;
  /** GET or HEAD of what a PUT makes -> the DELETE that takes it away. */
  readonly deletedBy: ReadonlyMap<string, string>;
  /** DELETEs of what a PUT makes. */
  readonly ownDeletes: ReadonlySet<string>;
}

interface PlaceContext {
  /** Paths that a POST, or the creator of an id, stands at. */
  readonly created: ReadonlySet<string>;
  /** Its happy answer is a success, and no promise. */
  readonly isDoneAtOnce: (endpoint: Endpoint) => boolean;
}

/** Looks at every path with the ids that are written out. */
export function findPlaces(endpoints: ReadonlyArray<Endpoint>, context: PlaceContext): Places {
  const members = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const isWritten = endpoint.params.length > 0 && endpoint.params.every(({ source }) => source.kind === "literal");
    if (!isWritten || context.created.has(shapeOf(endpoint.path)) || !context.isDoneAtOnce(endpoint)) continue;
    const place = placeOf(endpoint);
    members.set(place, [...(members.get(place) ?? []), endpoint]);
  }
  const shownBy = new Map<string, string>();
  const deletedBy = new Map<string, string>();
  const ownDeletes = new Set<string>();
  for (const place of members.values()) {
    const get = place.find((endpoint) => endpoint.method === "GET" && isWhole(endpoint));
    if (get) for (const { id } of place.filter(isUpdate)) shownBy.set(id, get.id);
    const makers = place.filter((endpoint) => isMaker(endpoint, context));
    const deletes = makers.length === 0 ? [] : place.filter(({ method }) => method === "DELETE");
    for (const { id } of deletes) ownDeletes.add(id);
    const [deleter] = deletes;
    const reads = deleter && get ? place.filter((endpoint) => isGoneAfterwards(endpoint, makers)) : [];
    for (const { id } of reads) if (deleter) deletedBy.set(id, deleter.id);
  }
  return { shownBy, deletedBy, ownDeletes };
}

/** The path with the ids that are written out; what has no id has only itself to stand with. */
export function placeOf({ id, path, params }: Endpoint): string {
  return params.length === 0 ? id : JSON.stringify([shapeOf(path), ...params.map(({ source }) => source)]);
}

/** Of several rows only the first is remembered, and the last is there. */
function isUpdate({ method, body, rows }: Endpoint): boolean {
  if ((method !== "PUT" && method !== "PATCH") || body?.kind !== "json" || rows.length > 1) return false;
  return typeof body.value === "object" && body.value !== null && !Array.isArray(body.value);
}

/** A query may ask for a part. */
function isWhole({ query }: Endpoint): boolean {
  return Object.keys(query).length === 0;
}

/** Where a POST creates, a PUT that declares no 201 only changes what is there. */
function isMaker(endpoint: Endpoint, { created }: PlaceContext): boolean {
  if (endpoint.method !== "PUT") return false;
  return declares(endpoint, 201) || !created.has(shapeOf(endpoint.path).replace(/\/[^/]*$/, ""));
}

/**
 * A PUT that makes something says so with 201 (RFC 9110, 9.3.4). Of one that never does, what it puts may have been there
 * before, and DELETE may bring that back: a setting has its default again. Then 404 or 410 must be declared.
 */
function isGoneAfterwards(endpoint: Endpoint, makers: ReadonlyArray<Endpoint>): boolean {
  if ((endpoint.method !== "GET" && endpoint.method !== "HEAD") || !isWhole(endpoint)) return false;
  return declares(endpoint, 404) || declares(endpoint, 410) || makers.some((put) => declares(put, 201));
}

function declares({ expect }: Endpoint, code: number): boolean {
  return expect.some(({ codes, when }) => codes.codes.includes(code) && when === undefined);
}
