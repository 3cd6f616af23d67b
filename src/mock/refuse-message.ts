import type { Refusal } from "./refusal.ts";
import type { MockRequest, Target } from "./request.ts";

/** At least 8000 octets are to be understood (RFC 9112, 3). */
const maxTargetBytes = 8192;
const maxHeaderBytes = 8192;
const maxHeadersBytes = 16 * 1024;

/** Headers that may come once (RFC 9110, 5.3): of two nobody knows which one counts. */
const singletons: ReadonlySet<string> = new Set([
  "authorization",
  "content-length",
  "content-type",
  "expect",
  "host",
  "if-modified-since",
  "if-range",
  "if-unmodified-since",
  "range",
]);

/** What is wrong with a request before anybody looks at what it asks for. */
export function refuseMessage(request: MockRequest, target: Target): Refusal | undefined {
  return refuseSize(request) ?? refuseHeaders(request) ?? refuseTarget(target) ?? refuseExpectation(request);
}

function refuseSize({ target, lines, body }: MockRequest): Refusal | undefined {
  if (target.length > maxTargetBytes) return { code: 414, reason: `the URI is longer than ${maxTargetBytes} bytes` };
  const large = lines.find(([, value]) => value.length > maxHeaderBytes);
  if (large) return { code: 431, reason: `the header ${large[0]} is longer than ${maxHeaderBytes} bytes` };
  const size = lines.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  if (size > maxHeadersBytes) return { code: 431, reason: `the headers are longer than ${maxHeadersBytes} bytes` };
  return body ? undefined : { code: 413, reason: "the body is larger than 10 MB" };
}

function refuseHeaders({ lines, version }: MockRequest): Refusal | undefined {
  const seen = new Set<string>();
  for (const [name] of lines) {
    if (seen.has(name) && singletons.has(name)) return { code: 400, reason: `the header ${name} comes twice` };
    seen.add(name);
  }
  // RFC 9112, 3.2; HTTP/1.0 had none.
  return seen.has("host") || version === "1.0" ? undefined : { code: 400, reason: "the header host is missing" };
}

function refuseTarget({ segments, isQueryBroken }: Target): Refusal | undefined {
  if (!segments) return { code: 400, reason: "the percent-encoding of the path is broken" };
  return isQueryBroken ? { code: 400, reason: "the percent-encoding of the query is broken" } : undefined;
}

/** RFC 9110, 10.1.1. */
function refuseExpectation({ headers }: MockRequest): Refusal | undefined {
  const expected = headers.get("expect")?.trim().toLowerCase();
  if (expected === undefined || expected === "" || expected === "100-continue") return undefined;
  return { code: 417, reason: "100-continue is the only expectation that can be met" };
}
