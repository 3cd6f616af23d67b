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
  const entities = safe(text)
    .replace(/[&<\\`*_[\]|~$@]/g, entityOf)
    // Only at its start a text can be a heading, a quotation, a line or an item of a list.
    .replace(/^(\s*)([#>=+-])/, (_, blanks: string, mark: string) => `${blanks}${entityOf(mark)}`)
    .replace(/^(\s*\d+)([.)])/, (_, number: string, mark: string) => `${number}${entityOf(mark)}`);
  return entities
    .replaceAll("&#64;", "&#64;&#8203;")
    .replace(/(?<!&)#(?=\d)|&#35;(?=\d)/g, "$&&#8203;")
    .replace(/\bGH-(?=\d)/gi, (match) => `${match.slice(0, 2)}&#8203;-`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, ":&#8203;")
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}&#8203;.`);
}

/** Text that stands out. Marks around nothing would be a line across the page, and those beside a blank are no marks. */
export function strong(text: string): string {
  const inner = md(text.trim());
  return inner === "" ? "" : `**${inner}**`;
}

function entityOf(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}

/** Text in letters of one width, where Markdown is read; GitHub looks for nothing in it. */
export function code(text: string): string {
  const inner = safe(text);
  if (inner === "") return "";
  const marks = "`".repeat(longestRun(inner) + 1);
  // A blank at both ends is taken away again, unless there is nothing but blanks.
  const pad = /^`|`$|^ .*[^ ].* $/.test(inner) ? " " : "";
  return `${marks}${pad}${inner}${pad}${marks}`;
}

/** The same in a cell of a table, which ends at a pipe wherever it stands. */
export function cellCode(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

/** The same in an element, where Markdown is not read. */
export function htmlCode(text: string): string {
  return `<code>${safe(text).replace(/[&<>]/g, entityOf)}</code>`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A block of code that its text cannot end. */
export function fence(text: string, language = ""): string {
  const inner = safe(text);
  const marks = "`".repeat(Math.max(2, longestRun(inner)) + 1);
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
