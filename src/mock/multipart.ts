import type { JsonObject } from "../manifest/model.ts";

/** The parts of a multipart/form-data body by name (RFC 7578): text as it is, of a file its name. Undefined: it is none. */
export function readMultipart(body: Uint8Array, contentType: string): JsonObject | undefined {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) return undefined;
  const text = Buffer.from(body).toString();
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`);
  if (pieces.length < 3 || !pieces.at(-1)?.startsWith("--")) return undefined;
  return Object.fromEntries(pieces.slice(1, -1).flatMap(readPart));
}

function readPart(piece: string): [string, string][] {
  const end = piece.indexOf("\r\n\r\n");
  if (end < 0) return [];
  const disposition = /^content-disposition:(.*)$/im.exec(piece.slice(0, end))?.[1] ?? "";
  const name = parameterOf(disposition, "name");
  if (name === undefined) return [];
  return [[name, parameterOf(disposition, "filename") ?? piece.slice(end + 4)]];
}

function parameterOf(disposition: string, name: string): string | undefined {
  const [, value] = new RegExp(`[;\\s]${name}="([^"]*)"`, "i").exec(disposition) ?? [];
  return value;
}
