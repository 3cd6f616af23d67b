/** A path may hold any letter; a URI reference holds some of ASCII (RFC 3986, 2). */
export function uriReference(path: string): string {
  return path.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent);
}
