import type { Json } from "../model.ts";
import { fieldOf } from "./json.ts";
import { propertySchemas } from "./parts.ts";
import type { Example, Spot } from "./spot.ts";
import { largest, propertyNames, requiredNames, smallest, type Way } from "./way.ts";

/** Objects that may be right: with all fields, with the required ones, then with other values. */
export function* objectsFor(way: Way, spot: Spot): Generator<Example> {
  const required = requiredNames(way);
  const others = propertyNames(way).filter((name) => !required.includes(name) && !isReadOnly(way, name));
  const most = smallest(way, "maxProperties") ?? Number.POSITIVE_INFINITY;
  const least = largest(way, "minProperties") ?? 0;
  const full = inOrder(way, [...required, ...others.slice(0, Math.max(most - required.length, 0))]);
  yield build(way, { ...spot, nth: 0 }, { names: full, required, least });
  if (others.length > 0) yield build(way, { ...spot, nth: 0 }, { names: inOrder(way, required), required, least });
  for (let nth = 1; nth <= spot.nth; nth += 1) yield build(way, { ...spot, nth }, { names: full, required, least });
}

/** Whether a field is the server's to set, so that a client leaves it out (OpenAPI 3.1, readOnly). */
export function isReadOnly(way: Way, name: string): boolean {
  const schemas = way.flatMap((said) => propertySchemas(said, name));
  return schemas.some(({ schema }) => fieldOf(schema, "readOnly") === true);
}

function inOrder(way: Way, names: ReadonlyArray<string>): ReadonlyArray<string> {
  const described = propertyNames(way).filter((name) => names.includes(name));
  return [...described, ...names.filter((name) => !described.includes(name))];
}

interface Wanted {
  readonly names: ReadonlyArray<string>;
  readonly required: ReadonlyArray<string>;
  readonly least: number;
}

/** Enough for `minProperties`, and no way to fill the memory. */
const maxFields = 1000;

function build(way: Way, spot: Spot, { names, required, least }: Wanted): Example {
  const fields: [string, Json][] = [];
  for (const name of names) {
    const made = fieldFor(way, name, { ...spot, isOptional: !required.includes(name) });
    if (made.kind === "value") fields.push([name, made.value]);
    else if (made.isMistake || required.includes(name)) return made;
  }
  for (let count = 1; fields.length < Math.min(least, maxFields) && count <= maxFields; count += 1) {
    const name = `field${count}`;
    const made = fieldFor(way, name, { ...spot, isOptional: false });
    if (made.kind === "value" && !names.includes(name)) fields.push([name, made.value]);
  }
  return { kind: "value", value: Object.fromEntries(fields) };
}

function fieldFor(way: Way, name: string, spot: Spot): Example {
  const schemas = way.flatMap((said) => propertySchemas(said, name));
  const made = spot.make(schemas, { ...spot, name });
  // Where there is no other value, the first will do.
  return made.kind === "problem" && spot.nth > 0 ? spot.make(schemas, { ...spot, name, nth: 0 }) : made;
}
