import type { ServerResponse } from "node:http";
import type { MockResponse } from "./response.ts";

/** Writes a response with its framing. */
export function writeResponse(outgoing: ServerResponse, response: MockResponse, { isHead }: { isHead: boolean }): void {
  const { status, headers, body, breakage } = response;
  if (breakage === "dropped") return void outgoing.destroy();
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    outgoing.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  // RFC 9110, 8.6: no Content-Length with 204, and none that would be wrong with 304.
  if (status !== 204 && status !== 304) outgoing.setHeader("Content-Length", body?.byteLength ?? 0);
  if (breakage !== undefined && !isHead) breakOff(outgoing, response);
  else outgoing.end(isHead ? undefined : body);
}

/** What Node itself would never send goes to its socket. */
function breakOff(outgoing: ServerResponse, { body, breakage }: MockResponse): void {
  outgoing.flushHeaders();
  if (breakage === "surplus") {
    outgoing.socket?.write("it should not be here");
    outgoing.end();
  } else outgoing.socket?.end(body?.subarray(0, body.byteLength / 2) ?? "");
}
