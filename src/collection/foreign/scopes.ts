import { type JsonRecord, recordsOf, textOf } from "./json.ts";

/** A variable with what it stands for. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Its file says so. */
  readonly isSecret: boolean;
}

/** What `{{name}}` stands for, from what is known before a run. */
export interface Scopes {
  /** All of them, those that win first. */
  readonly variables: ReadonlyArray<Variable>;
  readonly lookUp: (name: string) => string | undefined;
  /** The text with all that is known filled in, also within values. */
  readonly fill: (text: string) => string;
}

/** The entries of a list of Postman variables that are switched on. */
export function variablesIn(list: unknown): ReadonlyArray<Variable> {
  return recordsOf(list)
    .filter(({ enabled, disabled }) => enabled !== false && disabled !== true)
    .flatMap(({ key, id, value, type }) => {
      const name = textOf(key) ?? textOf(id);
      return name === undefined ? [] : [{ name, value: textOf(value) ?? "", isSecret: type === "secret" }];
    });
}

/** The entries of an object as variables. */
export function variablesOf(values: Readonly<Record<string, unknown>>): ReadonlyArray<Variable> {
  return Object.entries(values).map(([name, value]) => ({ name, value: textOf(value) ?? "", isSecret: false }));
}

/** The variables of a collection and its folders. */
export function collectionVariables(json: JsonRecord): ReadonlyArray<Variable> {
  const inner = recordsOf(json.item).flatMap((item) => (Array.isArray(item.item) ? collectionVariables(item) : []));
  return [...variablesIn(json.variable), ...inner];
}

/** More than that refer to themselves. */
const mostRounds = 20;

/** Scopes in the order in which Postman asks them; of the entries of one, the last wins. */
export function createScopes(scopes: ReadonlyArray<ReadonlyArray<Variable>>): Scopes {
  const variables = scopes.flatMap((scope) => [...scope].reverse());
  const values = new Map(variables.toReversed().map(({ name, value }) => [name, value]));
  const lookUp: Scopes["lookUp"] = (name) => values.get(name);
  return {
    variables,
    lookUp,
    fill: (text) => {
      let filled = text;
      for (let round = 0; round < mostRounds; round += 1) {
        const next = filled.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => lookUp(name) ?? whole);
        // What refers to itself twice would double each time.
        if (next === filled || next.length > 10_000 + text.length) break;
        filled = next;
      }
      return filled;
    },
  };
}
