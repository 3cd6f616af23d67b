import type { Json, JsonObject } from "../../manifest/model.ts";
import { isObject } from "../json.ts";

/** Ways in which a JSON object is not what it was. */

export function renameLast(object: JsonObject): JsonObject {
  const entries = Object.entries(object);
  const last = entries.pop();
  return last ? Object.fromEntries([...entries, [`${last[0]}_`, last[1]]]) : object;
}

export function numbersAsTexts(object: JsonObject): JsonObject {
  const texts = Object.entries(object).map(([key, value]) => [key, typeof value === "number" ? String(value) : value]);
  return Object.fromEntries(texts);
}

/** The JSON text of an object or a list, with something in it that is no number. */
export function withNaN(text: string): string {
  const end = text.trim().slice(1);
  const comma = /^\s*[\]}]/.test(end) ? "" : ",";
  return text.startsWith("[") ? `[NaN${comma}${end}` : `{"total":NaN${comma}${end}`;
}

/** Null for each field that stands in the body of the request. */
export function nullSent(sent: Uint8Array): (object: JsonObject) => JsonObject {
  const names = fieldNames(sent);
  return (object) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, names.includes(key) ? null : value]));
}

function fieldNames(body: Uint8Array): ReadonlyArray<string> {
  try {
    const value: Json = JSON.parse(Buffer.from(body).toString());
    return isObject(value) ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
