const importLine = /^import \{[^}]*\} from "\.\/([a-z-]+)\.js";\n/gm;

/**
 * The modules of the page as one classic script: a page opened as a file cannot import. Each module stands once, after those that
 * it imports; they share a scope, so no two may declare the same name.
 */
export function linkScript(entry: string, read: (name: string) => string): string {
  const linked = new Map<string, string>();
  const visit = (name: string): void => {
    if (linked.has(name)) return;
    linked.set(name, "");
    const text = read(name);
    for (const [, imported = ""] of text.matchAll(importLine)) visit(imported);
    // Taken out and put in again: what it imports has come before it.
    linked.delete(name);
    linked.set(
      name,
      text
        .replace(importLine, "")
        .replace(/^export /gm, "")
        .trim(),
    );
  };
  visit(entry);
  const script = [...linked.values()].join("\n\n");
  refuseTwice(script);
  return `(() => {\n"use strict";\n${script}\n})();\n`;
}

/** Of two functions with one name the later would win, and nobody would say so. */
function refuseTwice(script: string): void {
  const names = [...script.matchAll(/^(?:async )?(?:const|let|function) (\w+)/gm)].map((match) => match[1]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`modules of the page declare the same names: ${twice.join(", ")}`);
}
