import { createHash } from "node:crypto";
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
  const used = new Set<number>();
  const repeated = new Map<string, number>();
  return (text, within) => {
    // What looks alike when it is written is alike.
    const name = heldByXml(plain(text));
    const key = (each: string) => JSON.stringify([within, each]);
    let unique = name;
    if (used.has(numberOf(key(name)))) {
      let count = repeated.get(key(name)) ?? 1;
      do unique = `${name} (${++count})`;
      while (used.has(numberOf(key(unique))));
      repeated.set(key(name), count);
    }
    used.add(numberOf(key(unique)));
    return unique;
  };
}

/** There may be a million names: 48 bits of a hash stand for each. Should two ever meet, one of them has a number that it did not need. */
function numberOf(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6);
}
