/** Whether If-None-Match names the current tag: a list or `*`, and what makes a tag weak does not count (RFC 9110, 13.1.2). */
export function isNamed(field: string | undefined, etag: string): boolean {
  return field === "*" || tagsOf(field).some((tag) => tag.replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

/** Whether If-Match holds: a weak tag never does (RFC 9110, 13.1.1). */
export function isHeld(field: string | undefined, etag: string | undefined): boolean {
  if (field === undefined) return true;
  if (etag === undefined) return false;
  return field === "*" || (!etag.startsWith("W/") && tagsOf(field).includes(etag));
}

function tagsOf(field = ""): ReadonlyArray<string> {
  return field.match(/(W\/)?"[^"]*"/g) ?? [];
}
