import { plain } from "../plain.ts";
import { heldByXml } from "../xml.ts";

/** Names that are used only once: what has been there is numbered. Jenkins and GitHub's actions take equal names for one test. */
export function createNames() {
  const suites = createUnique();
  const cases = createUnique();
  return {
    suiteName: (name: string) => suites(name, ""),
    caseName: (name: string, className: string) => cases(name, className),
  };
}

export type NameOf = ReturnType<typeof createNames>["caseName"];

/** `suite.endpoint`: Jenkins takes what follows the last point for the class, so there is only that one. */
export function classNameOf(suite: string, endpoint: string): string {
  return [suite, endpoint].map((each) => heldByXml(plain(each)).replaceAll(".", "_")).join(".");
}

function createUnique(): (name: string, within: string) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (text, within) => {
    // What looks alike when it is written is alike.
    const name = heldByXml(plain(text));
    const key = (each: string) => JSON.stringify([within, each]);
    let count = counts.get(key(name)) ?? 0;
    let unique = name;
    do unique = ++count === 1 ? name : `${name} (${count})`;
    while (used.has(key(unique)));
    used.add(key(unique));
    counts.set(key(name), count);
    return unique;
  };
}
