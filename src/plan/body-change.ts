import { isObject } from "../manifest/json-object.ts";
import type { Change, Json, JsonObject, MultipartPart } from "../manifest/model.ts";
import type { CaseBody, CaseRequest } from "./model.ts";

/** Why a `when` cannot be applied to a request; absent: it can. */
export function obstacleTo({ body }: CaseRequest, change: Change | undefined): string | undefined {
  if (change?.body === undefined || change.rawBody !== undefined || body === undefined) return undefined;
  if (body.kind === "text") return jsonOf(body) === undefined ? "this body is not JSON: use `rawBody`" : undefined;
  return isObject(change.body) ? undefined : "this body is a form: say which fields are different, or use `rawBody`";
}

/** The body with the difference that a `when` describes. */
export function changeBody(body: CaseBody | undefined, change: Change): CaseBody | undefined {
  if (change.rawBody !== undefined) return { kind: "text", text: change.rawBody, isJson: false };
  const patch = change.body;
  if (patch === undefined) return body;
  if (body?.kind === "form" && isObject(patch)) {
    const fields = body.fields.map(([name, value]) => ({ name, value }));
    return {
      kind: "form",
      fields: changeParts(fields, patch).map((part) => [part.name, "value" in part ? part.value : ""]),
    };
  }
  if (body?.kind === "multipart" && isObject(patch))
    return { kind: "multipart", parts: changeParts(body.parts, patch) };
  return jsonBody(mergePatch(jsonOf(body) ?? {}, patch));
}

/** What a JSON body says; `undefined` where it is none. A variable stands inside of a string, so the text can be read. */
export function jsonOf(body: CaseBody | undefined): Json | undefined {
  if (body?.kind !== "text" || !body.isJson) return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}

/** A JSON body, written as people write them. */
export function jsonBody(value: Json): CaseBody {
  return { kind: "text", text: JSON.stringify(value, null, 2), isJson: true };
}

/** JSON merge patch (RFC 7396, 2). */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else Object.defineProperty(merged, key, { ...plain, value: mergePatch(merged[key] ?? null, value) });
  }
  return merged;
}

// A key named __proto__ is data.
const plain = { enumerable: true, configurable: true, writable: true };

/** The parts in their order, with the patch's values in place of theirs; `null` removes a part. */
function changeParts(parts: ReadonlyArray<MultipartPart>, patch: JsonObject): ReadonlyArray<MultipartPart> {
  const changed = parts.flatMap((part): ReadonlyArray<MultipartPart> => {
    const value = Object.hasOwn(patch, part.name) ? patch[part.name] : undefined;
    if (value === undefined) return [part];
    return value === null ? [] : [{ name: part.name, value: textOf(value) }];
  });
  const known = new Set(parts.map(({ name }) => name));
  const added = Object.entries(patch).flatMap(([name, value]) =>
    value === null || known.has(name) ? [] : [{ name, value: textOf(value) }],
  );
  return [...changed, ...added];
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
