import type { Operation } from "./api.ts";
import type { Headers } from "./declared-headers.ts";
import { declares, isSuccess } from "./outcome.ts";

/** Headers that a response has whatever it is about. */
export function commonHeaders(status: number, operation?: Operation): Headers {
  return {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": cacheControl(status, operation),
    ...(operation && declares(operation, 406) ? { Vary: "Accept" } : {}),
  };
}

/**
 * A read may be kept and is asked about each time; what belongs to one caller is kept by nobody else (RFC 9111, 5.2.2). What
 * was done, and what went wrong, is kept by nobody; where something has moved to for good may be.
 */
function cacheControl(status: number, operation: Operation | undefined): string {
  const isPersonal = operation !== undefined && operation.identities.length > 0;
  if (status === 301 || status === 308) return isPersonal ? "private, max-age=3600" : "max-age=3600";
  const isRead = operation?.method === "GET" || operation?.method === "HEAD";
  const isKept = isRead && (isSuccess(status) || status === 304);
  if (!isKept) return "no-store";
  return isPersonal ? "private, no-cache" : "no-cache";
}
