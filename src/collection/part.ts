import type { CollectionFile, FolderFile, ItemFile } from "./format.ts";

/** Every folder by its id, at whatever depth. */
export function indexFolders({ item }: CollectionFile): ReadonlyMap<string, FolderFile> {
  const folders = new Map<string, FolderFile>();
  const note = (items: ReadonlyArray<FolderFile | ItemFile>): void => {
    for (const one of items) {
      if (!("item" in one)) continue;
      folders.set(one.id, one);
      note(one.item);
    }
  };
  note(item);
  return folders;
}

/** The folder with these items only, in its own order. */
export function pickItems(folder: FolderFile, ids: ReadonlySet<string>): FolderFile {
  return { ...folder, item: folder.item.filter((item) => "item" in item || ids.has(item.id)) };
}

/** What a script can call the items of a collection by: their names and ids. */
export function namesOfItems(collection: object): ReadonlySet<string> {
  const names = new Set<string>();
  const note = ({
    item,
    id,
    name,
  }: {
    readonly item?: unknown;
    readonly id?: unknown;
    readonly name?: unknown;
  }): void => {
    if (Array.isArray(item)) for (const one of item) note(one);
    else for (const each of [id, name]) if (typeof each === "string") names.add(each);
  };
  note(collection);
  return names;
}
