import type { Json, JsonObject } from "../model.ts";
import { entriesOf, fieldOf } from "./json.ts";
import type { Placed, Pointer } from "./placed.ts";

/** What a `$ref` means: a pointer, an anchor or an id inside of the same schema. Nothing is read from elsewhere. */
export function followReference(root: JsonObject, reference: string): Placed | undefined {
  const [base = "", fragment = ""] = splitAt(reference, "#");
  const owner = base === "" || base === fieldOf(root, "$id") ? { schema: root, at: [] } : findNamed(root, "$id", base);
  if (owner === undefined || fragment === "") return owner;
  if (fragment.startsWith("/")) return followPointer(owner, fragment);
  return findNamed(owner.schema, "$anchor", fragment) ?? findNamed(owner.schema, "$id", `#${fragment}`);
}

function splitAt(text: string, mark: string): ReadonlyArray<string> {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** JSON pointer (RFC 6901), percent-encoded as a fragment (section 6). */
function followPointer(owner: Placed, fragment: string): Placed | undefined {
  const keys = fragment.slice(1).split("/").map(unescapeKey);
  let found: Json | undefined = owner.schema;
  for (const key of keys) found = Array.isArray(found) ? found[Number(key)] : fieldOf(found, key);
  return found === undefined ? undefined : { schema: found, at: [...owner.at, ...keys] };
}

function unescapeKey(key: string): string {
  const plain = key.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function findNamed(schema: Json, keyword: string, name: string, at: Pointer = []): Placed | undefined {
  if (fieldOf(schema, keyword) === name) return { schema, at };
  const parts = Array.isArray(schema) ? schema.map((item, index) => [String(index), item] as const) : entriesOf(schema);
  for (const [key, part] of parts) {
    const found = findNamed(part, keyword, name, [...at, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
