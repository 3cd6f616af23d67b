import type { Pointer } from "../../manifest/example/placed.ts";
import { isObject } from "../../manifest/json-object.ts";
import type { Json, JsonObject } from "../../manifest/model.ts";
import { jsonBody } from "../body-change.ts";
import type { CaseBody } from "../model.ts";

/** Another value at a place of a body; absent: the field is taken away. */
export interface Edit {
  readonly path: Pointer;
  readonly value?: Json;
}

/** The body's value after the edits. */
export function editValue(value: JsonObject, edits: ReadonlyArray<Edit>): JsonObject {
  return edits.reduce<JsonObject>((changed, { path, value: next }) => editAt(changed, path, next), value);
}

function editAt(value: JsonObject, [key, ...deeper]: Pointer, next: Json | undefined): JsonObject {
  if (key === undefined) return value;
  if (deeper.length === 0 && next === undefined) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  const changed =
    deeper.length === 0 ? next : editAt(inner !== undefined && isObject(inner) ? inner : {}, deeper, next);
  // A computed key defines a field, so `__proto__` is one like any other.
  return changed === undefined ? value : { ...value, [key]: changed };
}

/** The same body with other values; nothing where it is a form, and a form cannot hold them. */
export function withValue(body: CaseBody, value: JsonObject): CaseBody | undefined {
  if (body.kind !== "form") return withMinusZero(jsonBody(markMinusZero(value)));
  const entries = Object.entries(value);
  const fields = entries.flatMap(([name, text]) => (typeof text === "string" ? [[name, text] as const] : []));
  return fields.length === entries.length ? { kind: "form", fields } : undefined;
}

const mark = "newmanifest minus zero";

/** JSON has a -0 (RFC 8259, 6), and JSON.stringify writes 0. */
function markMinusZero(value: Json): Json {
  if (Object.is(value, -0)) return mark;
  if (Array.isArray(value)) return value.map(markMinusZero);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, markMinusZero(item)]));
}

function withMinusZero(body: CaseBody): CaseBody {
  return body.kind === "text" ? { ...body, text: body.text.replaceAll(`"${mark}"`, "-0") } : body;
}
