import { plain } from "../plain.ts";

/** Half of a surrogate pair cannot be written as UTF-8. */
function safe(text: string): string {
  return plain(text).replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/**
 * Text as it is, in a paragraph, a table cell or an element: nothing in it is taken for markup. GitHub looks for mentions, issues and
 * addresses in what is left when the markup is read, so an entity is no help there: they are cut by a space that has no width.
 */
export function md(text: string): string {
  const entities = safe(text).replace(/[&<>"'\\`*_{}[\]()#+!|~^$@:=-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return entities
    .replaceAll("&#64;", "&#64;&#8203;")
    .replace(/&#35;(?=\d)/g, "&#35;&#8203;")
    .replace(/\bGH&#45;(?=\d)/gi, "GH&#8203;&#45;")
    .replace(/&#58;(?=\/\/|\w+&#58;)/g, "&#58;&#8203;")
    .replace(/\bwww\./gi, "www&#8203;.");
}

/** Text in letters of one width; GitHub looks for nothing in it. */
export function code(text: string): string {
  return `<code>${md(text)}</code>`;
}

/** A block of code that its text cannot end. */
export function fence(text: string, language = ""): string {
  const inner = safe(text);
  const longest = Math.max(2, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${inner}\n${marks}`;
}

/** A table; its cells are Markdown already. */
export function table(head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const line = (cells: ReadonlyArray<string>) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** What is folded away until somebody asks for it. */
export function details(summary: string, inner: string, isOpen = false): string {
  return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>\n\n${inner}\n\n</details>`;
}
