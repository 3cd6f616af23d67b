import type { Body } from "../manifest/model.ts";
import type { Use } from "./api.ts";
import { fieldOf, isObject } from "./json.ts";
import { isSuccess } from "./outcome.ts";

/**
 * The fields that clients may set, as far as the manifest shows bodies; undefined: it shows none. Whatever else is sent is
 * not stored: nobody makes himself an administrator by saying so.
 */
export function settableFields(uses: ReadonlyArray<Use>): ReadonlySet<string> | undefined {
  const bodies = uses.flatMap(({ request }) => request.body ?? []);
  const names = bodies.map(fieldNames);
  if (names.length === 0 || names.includes(undefined)) return undefined;
  return new Set([...names.flatMap((each) => each ?? []), ...uses.flatMap(changedFields)]);
}

/** Undefined: the body has no fields to tell apart. */
function fieldNames(body: Body): ReadonlyArray<string> | undefined {
  switch (body.kind) {
    case "json": {
      if (!isObject(body.value)) return undefined;
      const properties = body.schema && fieldOf(body.schema, "properties");
      return [...Object.keys(body.value), ...body.optional, ...Object.keys(isObject(properties) ? properties : {})];
    }
    case "form":
      return Object.keys(body.fields);
    case "multipart":
      return body.parts.map(({ name }) => name);
    case "raw":
      return undefined;
  }
  return body satisfies never;
}

/** `201: { when: { body: { note: x } } }` says that a note may be sent as well. */
function changedFields(use: Use): ReadonlyArray<string> {
  if (use.kind === "step") return [];
  return use.request.expect.flatMap(({ codes, when }) =>
    codes.codes.some(isSuccess) && isObject(when?.body) ? Object.keys(when.body) : [],
  );
}
