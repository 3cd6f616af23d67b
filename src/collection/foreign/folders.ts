import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { type JsonRecord, recordsOf } from "./json.ts";
import type { ForeignCollection, ForeignRequest } from "./model.ts";
import { rawNameOf } from "./names.ts";

/** The requests that are asked for, or why they cannot be told. */
export interface ChosenRequests {
  readonly requests: ReadonlyArray<ForeignRequest>;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/**
 * The requests of these folders, and these requests, by name or id: as Newman's `--folder` finds them. Of several that bear a name
 * it takes one; requests stay in the order of the file.
 */
export function chooseFolders(collection: ForeignCollection, folders: ReadonlyArray<string>): ChosenRequests {
  const { json, requests, span, name } = collection;
  if (folders.length === 0) return { requests, diagnostics: [] };
  const chosen = folders.length === 1 ? findOne(json, folders[0] ?? "") : findEach(json, new Set(folders));
  const known = [...new Set(namesIn(json))];
  const diagnostics: Diagnostic[] = [];
  for (const folder of new Set(folders)) {
    const found = chosen.get(folder);
    const args = { name: folder, nearest: suggest(folder, known), known };
    if (found === undefined) diagnostics.push({ code: "unknown-folder", args, span });
    else if (!requests.some(({ chain }) => chain.includes(found)))
      diagnostics.push({ code: "empty-collection", args: { name, folder }, span });
  }
  const wanted = new Set(chosen.values());
  return { requests: requests.filter(({ chain }) => chain.some((one) => wanted.has(one))), diagnostics };
}

type Found = Map<string, JsonRecord>;

function answersTo(item: JsonRecord, name: string): boolean {
  return item.id === name || rawNameOf(item) === name;
}

/** One name: what is nearer to the top comes first. */
function findOne(folder: JsonRecord, name: string): Found {
  const items = recordsOf(folder.item);
  const own = items.find((item) => answersTo(item, name));
  if (own !== undefined) return new Map([[name, own]]);
  for (const item of items) {
    const found = findOne(item, name);
    if (found.size > 0) return found;
  }
  return new Map();
}

/** Several names: what comes first in the file, each name once. */
function findEach(folder: JsonRecord, open: Set<string>, found: Found = new Map()): Found {
  for (const item of recordsOf(folder.item)) {
    const name = [item.id, rawNameOf(item)].find((each) => typeof each === "string" && open.has(each));
    if (typeof name === "string") {
      open.delete(name);
      found.set(name, item);
    }
    findEach(item, open, found);
  }
  return found;
}

function namesIn(folder: JsonRecord): ReadonlyArray<string> {
  return recordsOf(folder.item).flatMap((item) => [rawNameOf(item) ?? [], namesIn(item)].flat());
}
