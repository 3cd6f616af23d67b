import type { Json } from "../../manifest/model.ts";
import type { Field, FieldSet } from "./field.ts";
import type { FieldEdge, Variation } from "./field-edge.ts";
import { eachSent } from "./field-edge.ts";
import { formatOf } from "./format-edges.ts";
import { pairsOf, wordsOf } from "./words.ts";

/** Values that are well formed and mean what cannot be, judged by the fields' names: a server need not see it. */
export const meaningEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-range-inversion": { kind: "open", variations: inverted },
  "ec-field-temporal-logic": {
    kind: "open",
    variations: eachSent((field, value) => timesAgainst(field, value)),
  },
  "ec-field-quantity-exceeds-stock": {
    kind: "open",
    variations: eachSent((field, value) =>
      typeof value === "number" && has(field, "quantity", "qty", "count") ? [1_000_000] : [],
    ),
  },
  "ec-field-weak-password": {
    kind: "open",
    variations: eachSent((field, value) => (typeof value === "string" && has(field, "password") ? ["123"] : [])),
  },
};

function has({ name }: Field, ...words: ReadonlyArray<string>): boolean {
  return wordsOf(name).some((word) => words.includes(word));
}

function inverted(set: FieldSet): ReadonlyArray<Variation> {
  return pairsOf(set).flatMap(([low, high]): Variation[] => {
    if (low.value === undefined || high.value === undefined || low.value === high.value) return [];
    const edits = [
      { path: low.path, value: high.value },
      { path: high.path, value: low.value },
    ];
    return [{ field: `${low.label} and ${high.label}`, tries: [edits] }];
  });
}

/** A birth in the future, an expiry in the past. */
function timesAgainst(field: Field, value: Json): ReadonlyArray<Json> {
  const format = formatOf(field);
  if (typeof value !== "string" || (format !== "date" && format !== "date-time")) return [];
  const clock = format === "date" ? "" : "T00:00:00Z";
  if (has(field, "birth", "birthday", "birthdate", "born")) return [`2999-01-01${clock}`];
  return has(field, "expiry", "expires", "expiration", "valid", "deadline") ? [`1999-01-01${clock}`] : [];
}
