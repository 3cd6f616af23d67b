import type { Json } from "../model.ts";
import { itemsOf } from "./json.ts";
import { listsFor } from "./lists.ts";
import { numbersIn, rangeOf } from "./numbers.ts";
import { objectsFor } from "./objects.ts";
import type { Example, Spot } from "./spot.ts";
import { textsFor } from "./texts.ts";
import { meantType, type SchemaType, typesOf } from "./types.ts";
import { saidAt, type Way } from "./way.ts";

/** Values that a way may allow: what the schema itself proposes, then what its type and limits suggest. */
export function* candidatesFor(way: Way, spot: Spot): Generator<Example> {
  for (const value of given(way)) yield { kind: "value", value };
  for (const type of typesOf(way) ?? [meantType(way) ?? (spot.name === "" ? "object" : "string")]) {
    yield* typed(type, way, spot);
  }
}

function given(way: Way): ReadonlyArray<Json> {
  return [
    ...saidAt(way, "const"),
    ...saidAt(way, "example"),
    ...saidAt(way, "examples").flatMap(itemsOf),
    ...saidAt(way, "default"),
    ...saidAt(way, "enum").flatMap(itemsOf),
  ];
}

function* typed(type: SchemaType, way: Way, spot: Spot): Generator<Example> {
  switch (type) {
    case "object":
      return yield* objectsFor(way, spot);
    case "array":
      return yield* listsFor(way, spot);
    case "string":
      return yield* values(textsFor(way, spot.name));
    case "integer":
    case "number":
      return yield* values(numbersIn(rangeOf(way), type === "integer"));
    case "boolean":
      return yield* values([true, false]);
    case "null":
      return yield* values([null]);
  }
  return type satisfies never;
}

function* values(all: Iterable<Json>): Generator<Example> {
  for (const value of all) yield { kind: "value", value };
}
