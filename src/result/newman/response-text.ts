import type { NewmanResponse } from "./schema.ts";

/** The bytes of a body as text; a report that left them out has none. */
export function responseText({ stream, body, header }: NewmanResponse): string {
  const bytes = bytesOf(stream);
  if (bytes === undefined) return typeof body === "string" ? body : "";
  const type = header.findLast(({ key }) => /^content-type$/i.test(key))?.value ?? "";
  return decode(bytes, /;\s*charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1] ?? "utf-8");
}

export function responseBytes({ responseSize, stream }: NewmanResponse): number {
  return responseSize ?? dataOf(stream)?.length ?? 0;
}

/** A Buffer in JSON is a list of numbers; whatever else stands there becomes zeros. */
function bytesOf(stream: unknown): Uint8Array | undefined {
  const data = dataOf(stream);
  return data && Uint8Array.from(data, (byte) => (typeof byte === "number" ? byte : 0));
}

function dataOf(stream: unknown): ReadonlyArray<unknown> | undefined {
  if (typeof stream !== "object" || stream === null || !("data" in stream)) return undefined;
  return Array.isArray(stream.data) ? stream.data : undefined;
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset that nobody knows is read as most are.
    return new TextDecoder().decode(bytes);
  }
}
