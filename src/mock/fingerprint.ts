import { createHash } from "node:crypto";
import type { Exchange } from "./exchange.ts";
import { fitsBody } from "./fits-body.ts";
import { fitsText } from "./placeholder.ts";

/** Headers in which a request that is sent again may differ, or that would let a client call itself another one. */
const ignored: ReadonlySet<string> = new Set([
  "authorization",
  "cookie",
  "connection",
  "content-length",
  "forwarded",
  "postman-token",
  "traceparent",
  "user-agent",
  "via",
  "x-correlation-id",
  "x-forwarded-for",
  "x-real-ip",
  "x-request-id",
]);

/** The same for a request and for the same one sent again; of the endpoint's own body only the form counts. */
export function fingerprint({ request, target, operation, content }: Exchange): string {
  const headers = [...request.headers].filter(([name]) => !ignored.has(name)).sort();
  const isOwnBody = operation.body !== undefined && fitsBody(operation.body, content);
  const query = [...target.query].filter(([name, value]) => !fitsText(value, operation.query[name] ?? ""));
  const parts = [request.method, target.path, query, headers, isOwnBody ? "" : content.text];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
