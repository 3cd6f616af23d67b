import { fieldOf, lengthOf } from "../../manifest/example/json.ts";
import { largest, saidAt, smallest } from "../../manifest/example/way.ts";
import type { Json } from "../../manifest/model.ts";
import type { Field } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField, eachSent } from "./field-edge.ts";
import { isPlain } from "./words.ts";

/** Texts at and beyond their limits, and those that many servers trim. */
export const textEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-field-empty-string": { kind: "open", variations: eachSent((_, value) => ofText(value, () => [""])) },
  "ec-field-whitespace-only": {
    kind: "open",
    variations: eachSent((_, value) => ofText(value, () => ["   ", "\t\n"]), { isShown: true }),
  },
  "ec-field-leading-trailing-space": {
    kind: "open",
    variations: eachSent((_, value) => ofText(value, (text) => [` ${text} `])),
  },
  "ec-field-very-long-string": {
    kind: "open",
    variations: eachSent((_, value) => ofText(value, () => ["x".repeat(40_000)])),
  },
  "ec-field-min-length-minus-1": {
    kind: "forbidden",
    breaks: ["minLength"],
    variations: eachField((field) => ofLength(field, largest(field.way, "minLength"), -1)),
  },
  "ec-field-max-length-plus-1": {
    kind: "forbidden",
    breaks: ["maxLength"],
    variations: eachField((field) => ofLength(field, smallest(field.way, "maxLength"), 1)),
  },
  "ec-field-min-length": {
    kind: "right",
    variations: eachField((field, set) =>
      isFree(field) && isPlain(field, set) ? ofLength(field, largest(field.way, "minLength")) : [],
    ),
  },
  "ec-field-max-length": {
    kind: "right",
    variations: eachField((field, set) =>
      isFree(field) && isPlain(field, set) ? ofLength(field, smallest(field.way, "maxLength") ?? nobodySaid) : [],
    ),
  },
  "ec-field-pattern-mismatch": {
    kind: "forbidden",
    breaks: ["pattern"],
    variations: eachField((field) => (saidAt(field.way, "pattern").length > 0 ? [mismatches(field)] : [])),
  },
};

/** Where nobody said how long a text may be, no length is sure to be right. */
const nobodySaid = -1;

/** The collection holds every text that is sent, so longer ones are left to `ec-field-very-long-string`. */
const maxSent = 10_000;

function ofText(value: Json, texts: (text: string) => ReadonlyArray<Json>): ReadonlyArray<Json> {
  return typeof value === "string" ? texts(value) : [];
}

/** No pattern, no format, and room between the shortest and the longest: no code of some kind. */
function isFree({ way }: Field): boolean {
  const isShaped = ["pattern", "format", "enum", "const"].some((keyword) => saidAt(way, keyword).length > 0);
  return !isShaped && (largest(way, "minLength") ?? 0) + 4 < (smallest(way, "maxLength") ?? maxSent);
}

/** Texts as long as a limit, or one more or less: like the valid one, so that nothing but the length is different. */
function ofLength(field: Field, limit: number | undefined, more = 0): ReadonlyArray<ReadonlyArray<Json>> {
  if (limit === undefined || limit < 1 || limit > maxSent) return [];
  const valid = validText(field);
  const ends = [[...valid].at(-1) ?? "x", "x", "X", "1", "a"];
  return [ends.filter((end) => end !== " ").map((end) => fitted(valid, limit + more, end))];
}

function fitted(text: string, length: number, end: string): string {
  const cut = [...text].slice(0, length).join("").trim();
  return cut + end.repeat(length - lengthOf(cut));
}

function validText({ value, way }: Field): string {
  const known = value ?? way.map(({ schema }) => fieldOf(schema, "default")).find((one) => one !== undefined);
  return typeof known === "string" && !known.includes("{{") ? known : "text";
}

/** Texts of the same length as the valid one first: a limit of the length must not be broken as well. */
function mismatches(field: Field): ReadonlyArray<Json> {
  const valid = validText(field);
  const same = ["!", "~", "a", "A", "0", "_", " "].map((one) => one.repeat(Math.max(lengthOf(valid), 1)));
  const begun = ["!", "~", "a", "0"].flatMap((one) => [one + valid.slice(1), valid.slice(0, -1) + one, valid + one]);
  return [...same, ...begun, "newmanifest does not match", "!", ""];
}
