/** Type and subtype in lower case, without parameters. */
export function mediaType(header: string): string {
  return header.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** JSON, or a format made of it (RFC 6839, 3.1). */
export function isJsonType(type: string): boolean {
  return type === "application/json" || /^[\w.!#$&^-]+\/[\w.!#$&^-]+\+json$/.test(type);
}

/** The charset parameter in lower case. */
export function charsetOf(header: string): string | undefined {
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(header) ?? [];
  return (quoted ?? plain)?.toLowerCase();
}
