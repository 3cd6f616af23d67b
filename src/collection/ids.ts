import { createHash } from "node:crypto";

/** A UUID made of the hash of a text: the same for the same text, as Postman's ids must look. */
export function stableId(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The id of a case's item. Within a collection case ids are unique; the suite keeps two collections apart. */
export function itemId(suite: string, caseId: string): string {
  return stableId(`${suite}\n${caseId}`);
}
