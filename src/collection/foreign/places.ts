import type { OnValue } from "../../diagnostic/scan-json.ts";

/** Where something stands in a text: half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the parts of a collection stand in its file. */
export interface Places {
  /** To be told of every value of the file. */
  readonly onValue: OnValue;
  /** An item as a whole, by its place in the tree: `[0, 3]` is the fourth in the first folder. */
  readonly itemAt: (position: ReadonlyArray<number>) => Range | undefined;
  /** What names it: its `name`, or else where it begins. */
  readonly nameAt: (position: ReadonlyArray<number>) => Range;
  /** The name of the collection. */
  readonly title: () => Range;
}

/** Notes where items and their names stand while a file is read. */
export function notePlaces(): Places {
  const items = new Map<string, Range>();
  const names = new Map<string, Range>();
  let title: Range = { start: 0, end: 1 };
  const onValue: OnValue = (trail, start, end) => {
    const last = trail.at(-1);
    if (typeof last === "number" && trail.at(-2) === "item") note(items, trail, { start, end });
    else if (last === "name" && trail.at(-3) === "item") note(names, trail.slice(0, -1), { start, end });
    else if (last === "name" && trail.at(-2) === "info" && trail.length <= 3) title = { start, end };
  };
  const itemAt: Places["itemAt"] = (position) => items.get(keyOf(position));
  return {
    onValue,
    itemAt,
    nameAt: (position) => {
      const name = names.get(keyOf(position));
      if (name !== undefined) return name;
      const start = itemAt(position)?.start ?? title.start;
      return { start, end: start + 1 };
    },
    title: () => title,
  };
}

/** Items of items only: bodies and examples may have lists of that name as well. */
function note(places: Map<string, Range>, trail: ReadonlyArray<string | number>, range: Range): void {
  const path = trail[0] === "collection" ? trail.slice(1) : trail;
  if (path.length % 2 !== 0 || path.some((key, index) => index % 2 === 0 && key !== "item")) return;
  places.set(keyOf(path.filter((_key, index) => index % 2 === 1)), range);
}

function keyOf(position: ReadonlyArray<string | number>): string {
  return position.join("/");
}
