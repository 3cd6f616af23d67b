import { largest, saidAt, smallest } from "../../manifest/example/way.ts";
import type { Json } from "../../manifest/model.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField, eachSent } from "./field-edge.ts";

/** Lists that are too short, too long, or hold something twice. */
export const listEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-array-empty": {
    kind: "forbidden",
    breaks: ["minItems", "contains"],
    variations: eachField((field) => ((largest(field.way, "minItems") ?? 0) > 0 ? [[[]]] : [])),
  },
  "ec-field-array-over-max": {
    kind: "forbidden",
    breaks: ["maxItems"],
    variations: eachSent((field, value) => {
      const most = smallest(field.way, "maxItems") ?? Number.POSITIVE_INFINITY;
      return Array.isArray(value) && most < mostSent ? [grown(value, most + 1, isUnique(field.way))] : [];
    }),
  },
  "ec-field-array-huge": {
    kind: "open",
    variations: eachSent((_, value) => (Array.isArray(value) && value.length > 0 ? [grown(value, 10_000, false)] : [])),
  },
  "ec-field-array-duplicates": {
    kind: "open",
    variations: eachSent((field, value) =>
      Array.isArray(value) && value[0] !== undefined && isUnique(field.way) ? [[...value, value[0]]] : [],
    ),
  },
};

const mostSent = 1000;

function isUnique(way: Parameters<typeof saidAt>[0]): boolean {
  return saidAt(way, "uniqueItems").includes(true);
}

/** The list with its last item again and again; where items must differ, with others like it. */
function grown(items: ReadonlyArray<Json>, length: number, isUniqueList: boolean): ReadonlyArray<Json> {
  const last = items.at(-1) ?? null;
  const added = Array.from({ length: Math.max(length - items.length, 0) }, (_, index) =>
    isUniqueList ? another(last, index + 1) : last,
  );
  return [...items, ...added];
}

function another(item: Json, count: number): Json {
  if (typeof item === "number") return item + count;
  return typeof item === "string" ? `${item}${count}` : item;
}
