import type { HeaderLine } from "../model.ts";

const most = 2000;
const longest = 300;

/** Remembers what was made of a header line: most lines of a run are the same ones over and over. */
export function rememberLines<T>(make: (line: HeaderLine) => T): (line: HeaderLine) => T {
  const known = new Map<string, T>();
  return (line) => {
    if (line.value.length > longest) return make(line);
    const key = `${line.name}\n${line.value}`;
    const first = known.get(key);
    if (first !== undefined) return first;
    const made = make(line);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
