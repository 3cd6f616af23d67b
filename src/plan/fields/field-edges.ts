import { bodyEdges } from "./body-edges.ts";
import { choiceEdges } from "./choice-edges.ts";
import type { FieldEdge } from "./field-edge.ts";
import { formatEdges } from "./format-edges.ts";
import { listEdges } from "./list-edges.ts";
import { meaningEdges } from "./meaning-edges.ts";
import { numberEdges } from "./number-edges.ts";
import { textEdges } from "./text-edges.ts";
import { typeEdges } from "./type-edges.ts";

/** What each edge with `change: { kind: "field" }` does, by its id. */
export const fieldEdges: ReadonlyMap<string, FieldEdge> = new Map(
  [bodyEdges, choiceEdges, formatEdges, listEdges, meaningEdges, numberEdges, textEdges, typeEdges].flatMap((table) =>
    Object.entries(table),
  ),
);
