import type { Json, JsonObject } from "../model.ts";
import { violationsOf } from "./judge.ts";
import type { Placed } from "./placed.ts";
import { verdictOf } from "./violation.ts";
import { type Way, waysOf } from "./way.ts";

const maxWays = 64;

/** Of the ways in which schemas can be met the one that a value goes; the first where none is surely gone, or there is no value. */
export function fittingWay(placed: ReadonlyArray<Placed>, value: Json | undefined, root: JsonObject): Way {
  let first: Way | undefined;
  let count = 0;
  for (const way of waysOf(placed, root)) {
    first ??= way;
    count += 1;
    if (value === undefined || count > maxWays) break;
    const isFit = way.every((said) => verdictOf(violationsOf(said, value, root)) !== "invalid");
    if (isFit) return way;
  }
  return first ?? [];
}
