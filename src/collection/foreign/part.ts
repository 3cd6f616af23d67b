import { isRecord, type JsonRecord } from "./json.ts";
import type { ForeignCollection, ForeignRequest } from "./model.ts";
import { rawNameOf } from "./names.ts";

/**
 * The collection with these requests only: each list in its own order, one list after the other. The folders around them stay, for
 * what is inherited from them.
 */
export function partOfForeign(
  { json }: ForeignCollection,
  parts: ReadonlyArray<ReadonlyArray<ForeignRequest>>,
): JsonRecord {
  return { ...json, item: parts.flatMap((requests) => itemsOf(json, requests, 0)) };
}

function itemsOf(
  folder: JsonRecord,
  requests: ReadonlyArray<ForeignRequest>,
  depth: number,
): ReadonlyArray<JsonRecord> {
  const items: ReadonlyArray<unknown> = Array.isArray(folder.item) ? folder.item : [];
  const inside = new Map<number, ForeignRequest[]>();
  for (const request of requests) {
    const index = request.position[depth] ?? -1;
    const group = inside.get(index);
    if (group) group.push(request);
    else inside.set(index, [request]);
  }
  return items.flatMap((item, index) => {
    const wanted = inside.get(index) ?? [];
    const [first] = wanted;
    if (first === undefined || !isRecord(item)) return [];
    if (first.item === item) return [sentItem(first)];
    return [{ ...item, item: itemsOf(item, wanted, depth + 1) }];
  });
}

/** Saved examples are for people, and an `info` would come before the id. */
function sentItem({ item, itemId }: ForeignRequest): JsonRecord {
  const { info: _, response: _examples, ...sent } = item;
  const name = rawNameOf(item);
  return { ...sent, ...(name !== undefined && { name }), id: itemId };
}
