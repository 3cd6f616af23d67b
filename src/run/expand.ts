import { dynamicVariables } from "../manifest/resolve/dynamic-variables.ts";

const reference = /\{\{([^{}]+)\}\}/g;

/** The text as it is sent: each known `{{name}}` replaced, also those in the values of others. A circle stays open. */
export function expand(
  text: string,
  variables: Readonly<Record<string, string>>,
  within: ReadonlySet<string> = new Set(),
): string {
  return text.replace(reference, (whole, name: string) => {
    const value = variables[name];
    return value === undefined || within.has(name) ? whole : expand(value, variables, new Set([...within, name]));
  });
}

/** The first name that is left over in an expanded text, and would be sent with its braces. */
export function leftOver(expanded: string): string | undefined {
  const names = [...expanded.matchAll(reference)].map(([, name = ""]) => name);
  return names.find((name) => !dynamicVariables.has(name));
}
