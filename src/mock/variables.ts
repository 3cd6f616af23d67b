import type { Manifest } from "../manifest/model.ts";

/** Postman resolves variables inside of variables; a circle ends here. */
const maxDepth = 8;

/**
 * The value each variable of a manifest has when nobody supplies one: the first environment's, else `mock-<name>`.
 * Who sends requests to a mock must use the same values.
 */
export function mockVariables(manifest: Manifest): Record<string, string> {
  const given = manifest.environments[0]?.variables ?? {};
  const made = manifest.variables.map(({ name }): [string, string] => [name, `mock-${name}`]);
  return Object.fromEntries([...made, ...Object.entries(given)]);
}

/** The text with each known `{{name}}` replaced; unknown ones stay. */
export function substituteText(text: string, variables: Readonly<Record<string, string>>): string {
  let result = text;
  for (let depth = 0; depth < maxDepth && result.includes("{{"); depth += 1) {
    const next = result.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) =>
      Object.hasOwn(variables, name.trim()) ? (variables[name.trim()] ?? whole) : whole,
    );
    if (next === result) break;
    result = next;
  }
  return result;
}

/** Any piece of a manifest with each known `{{name}}` in its strings replaced. */
export function substitute<T>(value: T, variables: Readonly<Record<string, string>>): T {
  return replaceStrings(value, variables) as T; // the same shape: only the contents of strings change
}

function replaceStrings(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return substituteText(value, variables);
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, variables));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceStrings(item, variables)]));
}
