import type { CollectionFile, FolderFile, ItemFile } from "./format.ts";

/** The folder with this id, at whatever depth; it is a bug to ask for one that is not there. */
export function findFolder(collection: CollectionFile, id: string): FolderFile {
  const found = search(collection.item, id);
  if (found === undefined) throw new Error(`no folder ${id}`);
  return found;
}

/** The folder with these items only, in its own order. */
export function pickItems(folder: FolderFile, ids: ReadonlySet<string>): FolderFile {
  return { ...folder, item: folder.item.filter((item) => "item" in item || ids.has(item.id)) };
}

function search(items: ReadonlyArray<FolderFile | ItemFile>, id: string): FolderFile | undefined {
  for (const item of items) {
    if (!("item" in item)) continue;
    const found = item.id === id ? item : search(item.item, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
