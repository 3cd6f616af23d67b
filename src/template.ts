import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import Handlebars from "handlebars";
import { packageRoot } from "./package.ts";

/** Renders a template of templates/ by its path without `.hbs`. Values reach the text only through the helpers. */
export type Render = (template: string, view: object) => string;

/** Lists and compiles templates/; each file is a partial of the others under its own path (`checks/204-no-body`). */
export function loadTemplates(root: string = join(packageRoot, "templates")): Render {
  const handlebars = Handlebars.create();
  const names = new Set<string>();
  for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".hbs")) continue;
    const name = relative(".", entry).split(sep).join("/").slice(0, -".hbs".length);
    names.add(name);
    handlebars.registerPartial(name, readFileSync(join(root, entry), "utf8"));
  }
  handlebars.registerHelper("json", (value: unknown) => jsonLiteral(value));
  handlebars.registerHelper("html", (value: unknown) => Handlebars.escapeExpression(String(value)));
  handlebars.registerHelper("resolved", (value: unknown) => resolvedLiteral(value));
  // Inside of a line comment: a JSON string has no line break in it.
  handlebars.registerHelper("comment", (value: unknown) =>
    jsonLiteral(String(value)).slice(1, -1).replaceAll('\\"', '"'),
  );
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return (template, view) => {
    if (!names.has(template)) throw new Error(`no template ${template}`);
    let draw = compiled.get(template);
    if (draw === undefined) {
      draw = handlebars.compile(`{{> ${JSON.stringify(template)}}}`, { noEscape: true, strict: true });
      compiled.set(template, draw);
    }
    return draw(view);
  };
}

/** A file of templates/ as it is: a style sheet, a script. */
export function readAsset(name: string): string {
  return readFileSync(join(packageRoot, "templates", name), "utf8");
}

/** A JavaScript literal that is inert wherever it stands: also in a line comment, a `<script>`, and before ES2019. */
export function jsonLiteral(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  return text.replace(/[\u2028\u2029<]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Like `jsonLiteral`; where there is a `{{variable}}` in it, an expression that resolves it when the script runs, by the
 * function of that name in templates/functions/.
 */
function resolvedLiteral(value: unknown): string {
  const literal = jsonLiteral(value);
  return literal.includes("{{") ? `resolved(${literal})` : literal;
}
