import type { Report } from "../../diagnostic/diagnostic.ts";
import { createUnique } from "../../result/unique.ts";
import { itemId } from "../ids.ts";
import { isRecord, type JsonRecord } from "./json.ts";
import type { ForeignRequest } from "./model.ts";
import { nameOf } from "./names.ts";
import type { Places } from "./places.ts";
import { requestLine } from "./request-line.ts";

interface Finding {
  readonly file: string;
  /** Of the collection. */
  readonly name: string;
  readonly places: Places;
  readonly report: Report;
}

type Found = Pick<ForeignRequest, "position" | "chain" | "item">;

/** The requests of a collection at whatever depth, in their order. What is neither a request nor a folder is reported. */
export function findRequests(json: JsonRecord, finding: Finding): ReadonlyArray<ForeignRequest> {
  const found: Found[] = [];
  walk(json, { position: [], chain: [] }, { found, finding });
  // Newman's scripts find the last item of an id; only that one can keep it.
  const lastOf = new Map(found.map(({ item }, index) => [item.id, index]));
  const unique = createUnique();
  return found.map((one, index) => {
    const id = unique(pathOf(one));
    const hasOwnId = typeof one.item.id === "string" && /^[^#]+$/.test(one.item.id);
    const isOwnId = hasOwnId && lastOf.get(one.item.id) === index;
    const span = { file: finding.file, ...finding.places.nameAt(one.position) };
    return { ...one, id, itemId: isOwnId ? String(one.item.id) : itemId(finding.name, id), span };
  });
}

function walk(
  folder: JsonRecord,
  { position, chain }: Pick<Found, "position" | "chain">,
  context: { readonly found: Found[]; readonly finding: Finding },
): void {
  const { found, finding } = context;
  const items: ReadonlyArray<unknown> = Array.isArray(folder.item) ? folder.item : [];
  const upTo = [...chain, folder];
  for (const [index, item] of items.entries()) {
    const at = [...position, index];
    const problem = problemOf(item);
    if (problem !== undefined || !isRecord(item)) {
      const span = { file: finding.file, ...finding.places.nameAt(at) };
      finding.report({ code: "bad-item", args: problem ?? { problem: "" }, span });
    } else if (Array.isArray(item.item)) walk(item, { position: at, chain: upTo }, context);
    else found.push({ position: at, chain: [...upTo, item], item });
  }
}

/** Newman sends whatever it does not understand to nowhere. */
function problemOf(item: unknown): { readonly problem: string; readonly hint?: string } | undefined {
  if (!isRecord(item)) return { problem: "an item is a request or a folder, and this is neither", hint: "remove it" };
  const name = JSON.stringify(nameOf(item) ?? "this item");
  if (item.item) return Array.isArray(item.item) ? undefined : { problem: `${name} has an "item" that is no list` };
  if (typeof item.request === "string" || isRecord(item.request)) return undefined;
  return { problem: `${name} has neither a "request" nor a list "item"`, hint: "remove it, or give it a request" };
}

/** `Users / Create user`; a request without a name is called by what it asks for. */
function pathOf({ chain, item }: Found): string {
  const folders = chain.slice(1, -1).map((folder) => nameOf(folder) ?? "folder without a name");
  return [...folders, nameOf(item) ?? requestLine(item.request).endpoint].join(" / ");
}
