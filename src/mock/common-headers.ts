import type { Operation } from "./api.ts";
import type { Headers } from "./declared-headers.ts";
import { declares } from "./outcome.ts";

/** Headers that a response has whatever it is about. */
export function commonHeaders(status: number, operation?: Operation): Headers {
  const caching = cacheControl(status, operation);
  return {
    "X-Content-Type-Options": "nosniff",
    ...(caching === undefined ? {} : { "Cache-Control": caching }),
    ...(operation && declares(operation, 406) ? { Vary: "Accept" } : {}),
  };
}

/**
 * A read may be kept and is asked about each time; what belongs to one caller is kept by nobody else (RFC 9111, 5.2.2). What
 * was done, and what went wrong, is kept by nobody. Where something has moved to says for itself how long that holds.
 */
function cacheControl(status: number, operation: Operation | undefined): string | undefined {
  if (status >= 300 && status < 400 && status !== 304) return undefined;
  const isRead = operation?.method === "GET" || operation?.method === "HEAD";
  if (status >= 400 || !isRead) return "no-store";
  return operation.identities.length > 0 ? "private, no-cache" : "no-cache";
}
