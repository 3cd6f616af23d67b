import sdk, { type CollectionDefinition, type ItemDefinition } from "postman-collection";
import type { CollectionFile, FolderFile, ItemFile } from "./format.ts";

/**
 * The collection as the SDK understands it, without what `toJSON` leaves lying about: a stray `_` for keys that start with
 * an underscore, empty lists, URLs without their `raw`. Item by item: the SDK's form of a whole one takes many times its size.
 */
export function tidyCollection(file: CollectionFile): CollectionFile {
  const shell = { ...file, item: [] } as unknown as CollectionDefinition;
  const { info, event, variable } = toPlain(new sdk.Collection(structuredClone(shell)));
  const item = file.item.map(tidyFolder);
  return { info: { ...info, schema: file.info.schema }, item, ...(event && { event }), variable };
}

function tidyFolder(folder: FolderFile): FolderFile {
  const item = folder.item.map((one) => ("item" in one ? tidyFolder(one) : tidyItem(one)));
  return { ...toPlain(new sdk.ItemGroup({ ...folder, item: [] })), item };
}

function tidyItem(item: ItemFile): ItemFile {
  // The SDK takes what it is given apart.
  return toPlain(new sdk.Item(structuredClone(item) as unknown as ItemDefinition));
}

function toPlain(property: { toJSON(): unknown }) {
  return JSON.parse(JSON.stringify(property.toJSON()), tidyValue);
}

const optionalLists = new Set(["query", "variable", "cookie"]);

/** A JSON.parse reviver: it sees a value after everything inside of it. */
function tidyValue(this: Record<string, unknown>, key: string, value: unknown): unknown {
  if (key === "_") return undefined;
  if (optionalLists.has(key) && Array.isArray(value) && value.length === 0) return undefined;
  if (key === "url" && isUrl(value)) return { raw: new sdk.Url(value).toString(), ...value };
  if (key === "variable" && Array.isArray(value))
    return value.map(({ key: name, value: text }) => ({ key: name, value: text }));
  if (isResponse(value)) return { ...value, _postman_previewlanguage: value.body === "" ? "text" : "json" };
  return value;
}

function isUrl(value: unknown): value is { host: string[] } {
  return typeof value === "object" && value !== null && "host" in value && Array.isArray(value.host);
}

function isResponse(value: unknown): value is { originalRequest: unknown; body: string } {
  return typeof value === "object" && value !== null && "originalRequest" in value;
}
