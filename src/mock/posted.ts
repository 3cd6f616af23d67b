import { createHash } from "node:crypto";
import type { Json } from "../manifest/model.ts";
import { isObject } from "./json.ts";
import type { Collection, Resource } from "./state.ts";

/** Stores a resource, under its id and under what was sent. */
export function putResource(collection: Collection, resource: Resource): void {
  forgetPosted(collection, collection.items.get(resource.id));
  collection.items.set(resource.id, resource);
  const key = keyOf(resource);
  if (key === undefined) return;
  const ids = collection.posted.get(key) ?? new Set();
  collection.posted.set(key, ids.add(resource.id));
}

/** What was posted with the same body and is still there; of several the first. */
export function findPosted({ posted, items }: Collection, sent: Json): Resource | undefined {
  const [id] = posted.get(jsonKey(sent)) ?? [];
  return id === undefined ? undefined : items.get(id);
}

/** Takes what was sent of a resource out of the index. */
export function forgetPosted({ posted }: Collection, resource: Resource | undefined): void {
  const key = resource && keyOf(resource);
  const ids = key === undefined ? undefined : posted.get(key);
  if (resource === undefined || key === undefined || ids === undefined) return;
  ids.delete(resource.id);
  if (ids.size === 0) posted.delete(key);
}

function keyOf({ origin, sent }: Resource): string | undefined {
  return origin === "post" && sent !== undefined ? jsonKey(sent) : undefined;
}

/** The same for the same JSON, whatever the order of the fields; short, whatever was sent. */
function jsonKey(value: Json): string {
  return createHash("sha256").update(canonical(value)).digest("base64url");
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`);
  return `{${fields.sort().join()}}`;
}
