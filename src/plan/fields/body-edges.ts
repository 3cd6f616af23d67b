import { exampleOf } from "../../manifest/example/example-of.ts";
import { fieldOf } from "../../manifest/example/json.ts";
import { saidAt } from "../../manifest/example/way.ts";
import type { Json, JsonObject } from "../../manifest/model.ts";
import type { Field, FieldSet } from "./field.ts";
import type { FieldEdge, Variation } from "./field-edge.ts";
import { eachSent } from "./field-edge.ts";
import { unknownField } from "./unknown-field.ts";
import { isPlain } from "./words.ts";

/** Fields that are left out, and fields that nobody asked for. */
export const bodyEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-happy-minimal": { kind: "right", variations: (set) => removal(withoutOptional(set)) },
  "ec-happy-all-fields": { kind: "right", variations: withAll },
  "ec-happy-defaults": { kind: "right", variations: (set) => sentFields(set).filter(hasDefault).map(without) },
  "ec-field-missing-required": {
    kind: "read",
    breaks: ["required"],
    variations: (set) => requiredOf(set).map(without),
  },
  "ec-field-missing-each-combination": {
    kind: "read",
    breaks: ["required"],
    variations: (set) => {
      const required = requiredOf(set).filter(isTop);
      return required.length > 1 ? removal(required) : [];
    },
  },
  "ec-field-unknown-extra": {
    kind: "open",
    variations: () => [added(unknownField.name, unknownField.value)],
  },
  "ec-field-mass-assignment": {
    kind: "open",
    variations: ({ fields }) =>
      privileged
        .filter(([name]) => !fields.some((field) => field.name.toLowerCase() === name.toLowerCase()))
        .map(([name, value]) => added(name, value)),
  },
  "ec-field-readonly": {
    kind: "open",
    variations: ({ fields }) => fields.filter(({ isReadOnly }) => isReadOnly).map((field) => changed(field)),
  },
  "ec-field-reference-missing": {
    kind: "open",
    variations: eachSent((field, value) => (/(?:[a-z\d]Id|_id)$/.test(field.name) ? unknownLike(value) : [])),
  },
};

/** What a client must not be able to set without being asked for it (OWASP API3:2023). */
const privileged: ReadonlyArray<readonly [string, Json]> = [
  ["role", "admin"],
  ["isAdmin", true],
  ["verified", true],
  ["balance", 999_999],
  ["ownerId", "newmanifest"],
  ["createdAt", "2000-01-01T00:00:00Z"],
];

function isTop({ path }: Field): boolean {
  return path.length === 1;
}

function sentFields({ fields }: FieldSet): ReadonlyArray<Field> {
  return fields.filter(({ value, isReadOnly }) => value !== undefined && !isReadOnly);
}

/** Without a schema nothing is known of what stands deeper. */
function requiredOf(set: FieldSet): ReadonlyArray<Field> {
  return sentFields(set).filter((field) => field.isRequired && (isTop(field) || set.schema !== undefined));
}

function withoutOptional(set: FieldSet): ReadonlyArray<Field> {
  const top = sentFields(set).filter(isTop);
  const optional = top.filter(({ isRequired }) => !isRequired);
  // A body with nothing in it is another case: many refuse it whatever is required.
  return optional.length < top.length ? optional : [];
}

function withAll(set: FieldSet): ReadonlyArray<Variation> {
  const example = set.schema && exampleOf(withoutExamples(set.schema));
  if (example?.kind !== "value") return [];
  const edits = set.fields.filter(isTop).flatMap((field) => {
    const value = fieldOf(example.value, field.name);
    const isAdded = field.value === undefined && value !== undefined && !field.isReadOnly && isPlain(field, set);
    return isAdded ? [{ path: field.path, value }] : [];
  });
  return edits.length === 0 ? [] : [{ field: "", tries: [edits] }];
}

/** An example of the whole may be as small as the body that is sent. */
function withoutExamples(schema: JsonObject): JsonObject {
  const proposed = ["example", "examples", "default"];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !proposed.includes(keyword)));
}

function removal(fields: ReadonlyArray<Field>): ReadonlyArray<Variation> {
  return fields.length === 0 ? [] : [{ field: "", tries: [fields.map(({ path }) => ({ path }))] }];
}

function without({ label, path }: Field): Variation {
  return { field: label, tries: [[{ path }]] };
}

function added(name: string, value: Json): Variation {
  return { field: name, tries: [[{ path: [name], value }]] };
}

function changed({ label, path, value }: Field): Variation {
  return { field: label, tries: [[{ path, value: typeof value === "number" ? value + 1 : "newmanifest" }]] };
}

function hasDefault({ way }: Field): boolean {
  return saidAt(way, "default").length > 0;
}

/** An id of the same form that nothing has. */
function unknownLike(value: Json): ReadonlyArray<Json> {
  if (typeof value === "number") return [2_147_483_646];
  if (typeof value !== "string") return [];
  if (/^\d+$/.test(value)) return ["2147483646"];
  return /^[\da-f-]{36}$/i.test(value) ? ["00000000-0000-4000-8000-000000000000"] : ["newmanifest-unknown"];
}
