import { createHash } from "node:crypto";

/** A UUID that is the same for the same texts, in that order (RFC 9562, 5.8: version 8, from SHA-256). */
export function uuidOf(...texts: ReadonlyArray<string>): string {
  const hex = digestOf(...texts);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

/** SHA-256 of texts, in hexadecimal; where one ends and the next begins counts. */
export function digestOf(...texts: ReadonlyArray<string>): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
