import type { CaseRun } from "../model.ts";
import { createUnique, oneLine } from "../unique.ts";
import { endpointOf } from "./endpoint.ts";
import { generatedCase } from "./generated.ts";
import { newmanSchema, type ReportItem } from "./schema.ts";

/** A request of the report's collection, as the case that it is. */
export interface NewmanItem {
  readonly itemId: string;
  readonly head: Omit<CaseRun, "attempts">;
  /** newmanifest wrote it; where it is sent at will, it need not have been sent. */
  readonly generated?: { readonly isSentAtWill: boolean };
}

interface Found {
  readonly item: ReportItem;
  readonly folders: ReadonlyArray<string>;
}

/** Whoever reads what is nested deeper recurses too far; our own reader of collections stops there as well. */
const deepest = 200;

/** The requests of the collection at whatever depth, in its order, with ids as in our own run of it: `Users / Create user`. */
export function findItems(
  collection: { readonly name: string; readonly item: ReadonlyArray<unknown> },
  { file, onProblem }: { readonly file: string; readonly onProblem: (problem: string) => void },
): ReadonlyArray<NewmanItem> {
  const found: Found[] = [];
  walk(collection.item, { folders: [], found, onProblem });
  const unique = createUnique();
  return found.map(({ item, folders }): NewmanItem => {
    const generated = generatedCase(item);
    if (generated) {
      const { isSentAtWill, ...told } = generated;
      const group = folders.join(" / ");
      const head = { ...told, id: unique(told.id), group: group === "" ? collection.name : group, needs: [] };
      return { itemId: item.id, head, generated: { isSentAtWill } };
    }
    const id = unique([...folders, oneLine(item.name) ?? endpointOf(item.request).endpoint].join(" / "));
    return { itemId: item.id, head: foreignHead(id, { item, file, group: collection.name }) };
  });
}

interface Walk {
  readonly folders: ReadonlyArray<string>;
  readonly found: Found[];
  readonly onProblem: (problem: string) => void;
}

function walk(items: ReadonlyArray<unknown>, { folders, found, onProblem }: Walk): void {
  for (const [index, one] of items.entries()) {
    const parsed = newmanSchema.item.safeParse(one);
    const name = parsed.success ? oneLine(parsed.data.name) : undefined;
    const within = folders.length === 0 ? "the collection" : JSON.stringify(folders.join(" / ").slice(0, 200));
    if (!parsed.success) onProblem(`item ${index + 1} of ${within} cannot be read`);
    else if (parsed.data.item === undefined) found.push({ item: parsed.data, folders });
    else if (folders.length >= deepest) onProblem(`${within} is nested more than ${deepest} levels deep`);
    else walk(parsed.data.item, { folders: [...folders, name ?? "folder without a name"], found, onProblem });
  }
}

/** The words are those of our own run of a collection that nobody generated. Where its file has the item, the report does not say. */
function foreignHead(
  id: string,
  { item, file, group }: { readonly item: ReportItem; readonly file: string; readonly group: string },
): NewmanItem["head"] {
  return {
    id,
    title: id,
    group,
    ...endpointOf(item.request),
    expected: [],
    origin: "declared",
    manifest: { file, line: 1, column: 1, length: 0 },
    why: "the collection's own tests say what is right",
    source: file,
    needs: [],
  };
}
