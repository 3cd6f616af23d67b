import type { Json } from "../../manifest/model.ts";
import type { Edit } from "./edit.ts";
import type { Field, FieldSet } from "./field.ts";

/** How an edge changes the fields of a body. */
export interface FieldEdge {
  /**
   * `forbidden`: the schema forbids it. `read`: so it does, or, without a schema, the example is read so. `format`: the schema
   * names a format, which it need not enforce. `open`: nobody knows what a server makes of it. `right`: it is valid.
   */
  readonly kind: "forbidden" | "read" | "format" | "open" | "right";
  /** The keywords that it may break; no other. */
  readonly breaks?: ReadonlyArray<string>;
  readonly variations: (set: FieldSet) => ReadonlyArray<Variation>;
}

/** One case of an edge. */
export interface Variation {
  /** What it is about, in titles. */
  readonly field: string;
  /** Of these the first that does what the edge wants, and nothing else. */
  readonly tries: ReadonlyArray<ReadonlyArray<Edit>>;
  /** Tells it from others of the same field: the value, in words. */
  readonly detail?: string;
}

/** Values for a field: several cases, each with the values that can be tried for it. */
export type Pick = (field: Field, set: FieldSet) => ReadonlyArray<ReadonlyArray<Json>>;

/** A change of each field that has values for it: first each field's first, then the others'. */
export function eachField(pick: Pick, { isShown = false } = {}): FieldEdge["variations"] {
  return (set) => {
    const rounds: Variation[][] = [];
    for (const field of set.fields) {
      if (field.isReadOnly) continue;
      for (const [round, values] of pick(field, set).entries()) {
        const tries = values.map((value) => [{ path: field.path, value }]);
        const detail = isShown && values[0] !== undefined ? JSON.stringify(values[0]) : undefined;
        rounds[round] = [...(rounds[round] ?? []), { field: field.label, tries, ...(detail && { detail }) }];
      }
    }
    return rounds.flat();
  };
}

/** The same, of fields that the body has. */
export function eachSent(pick: (field: Field, value: Json, set: FieldSet) => ReadonlyArray<Json>, options = {}) {
  return eachField(
    (field, set) => (field.value === undefined ? [] : pick(field, field.value, set).map((value) => [value])),
    options,
  );
}

/** Whether a field is of one of these types, as far as is known. */
export function isOf(field: Field, ...types: ReadonlyArray<string>): boolean {
  return field.types.length > 0 && field.types.every((type) => types.includes(type));
}
