import type { Json } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";

/** Names of what a server keeps to itself. */
const secret = /pass(?!age|enger|port)|secret|token|^pin|_pin$|cvv|cvc/i;

/** A value without its secrets, wherever they stand in it; those that the manifest shows are shown. */
export function withoutSecrets(value: Json, shown: Json | undefined): Json {
  if (Array.isArray(value))
    return value.map((item) => withoutSecrets(item, Array.isArray(shown) ? shown[0] : undefined));
  if (!isObject(value)) return value;
  const open = Object.entries(value).filter(([name]) => !secret.test(name) || fieldOf(shown, name) !== undefined);
  return Object.fromEntries(open.map(([name, item]) => [name, withoutSecrets(item, fieldOf(shown, name))]));
}
