import { isRecord, type JsonRecord, textOf } from "./json.ts";

/** The name of a collection, a folder or a request, as Newman knows it; that of its `info` comes first. */
export function rawNameOf(json: JsonRecord): string | undefined {
  const { name } = isRecord(json.info) ? json.info : json;
  return textOf(name);
}

/** The same on one line, for people; a blank one is none. */
export function nameOf(json: JsonRecord): string | undefined {
  const name = rawNameOf(json)?.replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}

/** Gives every name once: the second `Users` is `Users (2)`. */
export function createUnique(): (name: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    let unique = name;
    for (let count = counts.get(name) ?? 2; given.has(unique); count += 1) {
      unique = `${name} (${count})`;
      counts.set(name, count + 1);
    }
    given.add(unique);
    return unique;
  };
}
