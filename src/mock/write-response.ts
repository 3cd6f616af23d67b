import type { ServerResponse } from "node:http";
import type { MockResponse } from "./response.ts";

/** Writes a response with its framing. */
export function writeResponse(
  outgoing: ServerResponse,
  { status, headers, body }: MockResponse,
  { isHead }: { isHead: boolean },
): void {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    outgoing.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  // RFC 9110, 8.6: no Content-Length with 204, and none that would be wrong with 304.
  if (status !== 204 && status !== 304) outgoing.setHeader("Content-Length", body?.byteLength ?? 0);
  outgoing.end(isHead ? undefined : body);
}
