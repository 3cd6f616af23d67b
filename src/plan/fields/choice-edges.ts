import { itemsOf } from "../../manifest/example/json.ts";
import { saidAt } from "../../manifest/example/way.ts";
import type { Json } from "../../manifest/model.ts";
import type { Field } from "./field.ts";
import type { FieldEdge } from "./field-edge.ts";
import { eachField } from "./field-edge.ts";
import { isPlain } from "./words.ts";

const mostChoices = 10;

/** Values out of a list, and beside it. */
export const choiceEdges: Readonly<Record<string, FieldEdge>> = {
  "ec-happy-each-enum": {
    kind: "right",
    variations: eachField(
      (field, set) => (isPlain(field, set) ? choicesOf(field).slice(0, mostChoices).map(only) : []),
      {
        isShown: true,
      },
    ),
  },
  "ec-field-enum-invalid": {
    kind: "forbidden",
    breaks: ["enum", "const"],
    variations: eachField((field) => (choicesOf(field).length > 0 ? [["newmanifest-invalid", 987_654, 987.5]] : [])),
  },
  "ec-field-enum-case": {
    kind: "open",
    variations: eachField((field) =>
      choicesOf(field)
        .map(otherCase)
        .filter((value) => value !== undefined)
        .slice(0, 1)
        .map(only),
    ),
  },
  "ec-field-enum-ordinal": {
    kind: "open",
    variations: eachField((field) => (choicesOf(field).some((choice) => typeof choice === "string") ? [[0]] : [])),
  },
};

/** `const` is a list of one. */
function choicesOf({ way }: Field): ReadonlyArray<Json> {
  return [...saidAt(way, "enum").flatMap(itemsOf), ...saidAt(way, "const")];
}

function otherCase(choice: Json, _: number, choices: ReadonlyArray<Json>): string | undefined {
  if (typeof choice !== "string") return undefined;
  const other = choice === choice.toUpperCase() ? choice.toLowerCase() : choice.toUpperCase();
  return choices.includes(other) ? undefined : other;
}

function only(value: Json): ReadonlyArray<Json> {
  return [value];
}
