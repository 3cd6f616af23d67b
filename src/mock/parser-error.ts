import type { Api } from "./api.ts";
import type { Refusal } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import type { MockResponse } from "./response.ts";

/** What Node's parser found, and what it means to the client; anything else is a 400. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { code: 431, reason: "the headers are too long" },
  HPE_INVALID_METHOD: { code: 501, reason: "the method is unknown" },
  HPE_INVALID_VERSION: { code: 505, reason: "the versions are HTTP/1.0 and HTTP/1.1" },
  HPE_INVALID_TRANSFER_ENCODING: { code: 501, reason: "chunked is the only transfer coding" },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 408, reason: "the request took too long to arrive" },
};

/** The answer to what could not be read as a request, and ends the connection. */
export function refuseUnparsed(error: string | undefined, api: Api): MockResponse {
  const refusal = refusals[error ?? ""] ?? { code: 400, reason: "this is no HTTP request" };
  const response = refuse(refusal, { api, path: "/" });
  return { ...response, headers: { ...response.headers, Connection: "close" } };
}

/** A response as it goes over the wire, where there is nobody else to write it (RFC 9112, 2.1). */
export function rawResponse({ status, headers, body }: MockResponse, nowMs: number): Uint8Array {
  const all = { Date: new Date(nowMs).toUTCString(), ...headers, "Content-Length": String(body?.byteLength ?? 0) };
  const lines = Object.entries(all).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`));
  // The reason phrase may be empty (RFC 9112, 4).
  const head = [`HTTP/1.1 ${status} `, ...lines, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head, "latin1"), body ?? new Uint8Array()]);
}
