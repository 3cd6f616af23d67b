/** A name on one line; a blank one is none. */
export function oneLine(name: string): string | undefined {
  const line = name.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
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
