import type { Json } from "../manifest/model.ts";
import { isJsonType, mediaType } from "./media-type.ts";

/** The bytes of a body. What is not declared as JSON and is a text is sent as it is. */
export function encodeBody(body: Json, contentType: string): Uint8Array {
  const isText = typeof body === "string" && !isJsonType(mediaType(contentType));
  return new TextEncoder().encode(isText ? body : JSON.stringify(body));
}
