import { oneLine } from "../../result/unique.ts";
import { isRecord, type JsonRecord, textOf } from "./json.ts";

/** The name of a collection, a folder or a request, as Newman knows it; that of its `info` comes first. */
export function rawNameOf(json: JsonRecord): string | undefined {
  const { name } = isRecord(json.info) ? json.info : json;
  return textOf(name);
}

/** The same on one line, for people; a blank one is none. */
export function nameOf(json: JsonRecord): string | undefined {
  const name = rawNameOf(json);
  return name === undefined ? undefined : oneLine(name);
}
