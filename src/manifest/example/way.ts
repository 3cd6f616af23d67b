import type { Json, JsonObject } from "../model.ts";
import { entriesOf, fieldOf, itemsOf } from "./json.ts";
import { isSaid, type Placed, partAt, partsOf, type Said } from "./placed.ts";
import { followReference } from "./reference.ts";

/** Schemas that all apply to a value, where of each choice between schemas one was taken. */
export type Way = ReadonlyArray<Said>;

/** Of each option one list of schemas is taken. */
type Options = ReadonlyArray<ReadonlyArray<Placed>>;

/** The ways in which a value can satisfy schemas, the first choices first. */
export function* waysOf(placed: ReadonlyArray<Placed>, root: JsonObject): Generator<Way> {
  yield* take([[placed]], [], root);
}

function* take(open: ReadonlyArray<Options>, done: Way, root: JsonObject): Generator<Way> {
  const [next, ...rest] = open;
  if (next === undefined) {
    yield done;
    return;
  }
  for (const schemas of next) {
    if (schemas.some(({ schema }) => schema === false)) continue;
    const known = new Set(done.map(({ at }) => pointerText(at)));
    // A schema that leads back to itself has said everything the first time.
    const added = schemas.filter(isSaid).filter(({ at }) => !known.has(pointerText(at)));
    yield* take([...added.flatMap((one) => optionsIn(one, root)), ...rest], [...done, ...added], root);
  }
}

function optionsIn(said: Said, root: JsonObject): ReadonlyArray<Options> {
  const options: Options[] = [];
  const { $ref } = said.schema;
  const target = typeof $ref === "string" ? followReference(root, $ref) : undefined;
  options.push([[...(target ? [target] : []), ...partsOf(said, "allOf")]]);
  for (const keyword of ["oneOf", "anyOf"]) {
    const parts = partsOf(said, keyword);
    if (parts.length > 0) options.push(parts.map((part) => [part]));
  }
  return [...options, ...conditions(said), ...dependents(said)];
}

/** Either the condition holds and `then` with it, or neither does. */
function conditions(said: Said): ReadonlyArray<Options> {
  const test = partAt(said, "if");
  if (test === undefined) return [];
  const [consequence, alternative] = [partAt(said, "then"), partAt(said, "else")];
  return [[[test, ...(consequence ? [consequence] : [])], alternative ? [alternative] : []]];
}

function dependents(said: Said): ReadonlyArray<Options> {
  return ["dependentSchemas", "dependencies"].flatMap((keyword) =>
    entriesOf(fieldOf(said.schema, keyword)).flatMap(([name, schema]): Options[] =>
      Array.isArray(schema) ? [] : [[[{ schema, at: [...said.at, keyword, name] }], []]],
    ),
  );
}

/** A pointer as one text, to compare it. */
export function pointerText(at: ReadonlyArray<string>): string {
  return JSON.stringify(at);
}

/** What each schema of a way says at a keyword. */
export function saidAt(way: Way, keyword: string): ReadonlyArray<Json> {
  return way.flatMap(({ schema }) => {
    const value = fieldOf(schema, keyword);
    return value === undefined ? [] : [value];
  });
}

/** The largest number at a keyword: of several lower limits the one that counts. */
export function largest(way: Way, keyword: string): number | undefined {
  const numbers = saidAt(way, keyword).filter((value) => typeof value === "number");
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** The smallest number at a keyword: of several upper limits the one that counts. */
export function smallest(way: Way, keyword: string): number | undefined {
  const numbers = saidAt(way, keyword).filter((value) => typeof value === "number");
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}

/** The names of the fields that must be there. */
export function requiredNames(way: Way): ReadonlyArray<string> {
  return [...new Set(saidAt(way, "required").flatMap((names) => itemsOf(names).map(String)))];
}

/** The names of the fields that are described. */
export function propertyNames(way: Way): ReadonlyArray<string> {
  return [...new Set(saidAt(way, "properties").flatMap((properties) => entriesOf(properties).map(([name]) => name)))];
}
