import type { Json } from "../model.ts";
import { itemSchemas } from "./parts.ts";
import { type Placed, partAt } from "./placed.ts";
import type { Example, Spot } from "./spot.ts";
import { largest, saidAt, smallest, type Way } from "./way.ts";

/** Nobody means a list of more than this. */
const maxItems = 1000;

/** Lists that may be right: with an item where that is possible, then as short as may be. */
export function* listsFor(way: Way, spot: Spot): Generator<Example> {
  const least = Math.min(Math.max(largest(way, "minItems") ?? 0, neededItems(way)), maxItems);
  const most = smallest(way, "maxItems") ?? maxItems;
  const common = Math.min(Math.max(least, 1), most);
  yield build(way, { ...spot, nth: 0, isOptional: least < common }, common);
  if (least < common) yield build(way, { ...spot, nth: 0, isOptional: false }, least);
  for (let nth = 1; nth <= spot.nth; nth += 1) yield build(way, { ...spot, nth }, common);
}

function build(way: Way, spot: Spot, count: number): Example {
  const isUnique = saidAt(way, "uniqueItems").includes(true);
  const contained = neededItems(way);
  const items: Json[] = [];
  for (let index = 0; index < count; index += 1) {
    const schemas = [
      ...way.flatMap((said) => itemSchemas(said, index)),
      ...(index < contained ? containedIn(way) : []),
    ];
    const nth = isUnique ? spot.nth + index : spot.nth;
    const name = spot.name === "" ? "item" : spot.name;
    const made = spot.make(schemas, { ...spot, name, nth });
    if (made.kind === "problem") return made;
    items.push(made.value);
  }
  return { kind: "value", value: items };
}

function containedIn(way: Way): ReadonlyArray<Placed> {
  return way.flatMap((said) => partAt(said, "contains") ?? []);
}

function neededItems(way: Way): number {
  return containedIn(way).length === 0 ? 0 : (largest(way, "minContains") ?? 1);
}
