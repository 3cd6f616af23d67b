import type { Group } from "../../plan/model.ts";

/** The collection variables that scripts of a group write. */
export function writtenVariables({ cases }: Group): ReadonlySet<string> {
  const names = cases.flatMap(({ notes = [], sent, leftovers, checks, before }) => [
    ...notes.map(({ variable }) => variable),
    ...[sent, leftovers?.variable].filter((name) => name !== undefined),
    ...checks.flatMap(({ rule, view }) => (rule.startsWith("capture-") ? texts(view) : [])),
    ...(before === undefined ? [] : texts(before).filter((text) => text !== before.kind)),
  ]);
  return new Set(names.filter((name) => name.length > 1));
}

/** Every string of a value, at the first level: the variables that a template names stand there. */
function texts(value: object): ReadonlyArray<string> {
  return Object.values(value).filter((text): text is string => typeof text === "string");
}
