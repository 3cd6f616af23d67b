import type { Exchange } from "./exchange.ts";
import type { Refusal } from "./refusal.ts";
import type { MockRequest } from "./request.ts";
import type { MockResponse } from "./response.ts";

/** What tells one state of a resource from another (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** The validators of a response. */
export function validatorsOf({ headers }: Pick<MockResponse, "headers">): Validators {
  const read = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const [etag, lastModified] = [read("etag"), read("last-modified")];
  return { ...(etag ? { etag: String(etag) } : {}), ...(lastModified ? { lastModified: String(lastModified) } : {}) };
}

const conditions = ["if-match", "if-unmodified-since", "if-none-match"] as const;

/**
 * 412 where the request asks for another state than the current one; undefined: nothing is there. Who has validators must
 * look at the conditions (RFC 9110, 13.1.1), whether 412 is declared or not.
 */
export function refuseStale(
  exchange: Exchange,
  read: (exchange: Exchange) => Validators | undefined,
): Refusal | undefined {
  const { request, api } = exchange;
  if (!conditions.some((name) => request.headers.has(name))) return undefined;
  const reason = failedCondition(request, read(exchange));
  return reason === undefined ? undefined : { code: Number(api.policy.stale ?? 412), reason };
}

/** In the order of RFC 9110, 13.2.2. */
function failedCondition({ headers, method }: MockRequest, current: Validators | undefined): string | undefined {
  const [ifMatch, unmodified, ifNoneMatch] = conditions.map((name) => headers.get(name));
  if (ifMatch !== undefined) {
    // Strong comparison: a weak tag never matches (RFC 9110, 13.1.1).
    const isMet =
      current && (ifMatch.trim() === "*" || tagsOf(ifMatch).some((tag) => tag === current.etag && !isWeak(tag)));
    if (!isMet) return "If-Match names another version";
  } else if (unmodified !== undefined && isNewer(current?.lastModified, unmodified)) {
    return "it was modified since";
  }
  const isRead = method === "GET" || method === "HEAD";
  if (ifNoneMatch !== undefined && !isRead && isNoneMatchBroken(ifNoneMatch, current))
    return "If-None-Match names this version";
  return undefined;
}

/** Whether what the client has is still current (RFC 9110, 13.1.2 and 13.1.3). */
export function isUnmodified({ headers }: MockRequest, current: Validators): boolean {
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== undefined) return isNoneMatchBroken(ifNoneMatch, current);
  const since = httpDate(headers.get("if-modified-since"));
  return (
    since !== undefined &&
    current.lastModified !== undefined &&
    !isNewer(current.lastModified, headers.get("if-modified-since"))
  );
}

function isNoneMatchBroken(header: string, current: Validators | undefined): boolean {
  if (!current) return false;
  if (header.trim() === "*") return true;
  const strip = (tag: string) => tag.replace(/^W\//, "");
  return current.etag !== undefined && tagsOf(header).some((tag) => strip(tag) === strip(current.etag ?? ""));
}

function tagsOf(header: string): ReadonlyArray<string> {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

function isWeak(tag: string): boolean {
  return tag.startsWith("W/");
}

/** A date that is none counts as not sent (RFC 9110, 13.1.3). */
function isNewer(lastModified: string | undefined, since: string | undefined): boolean {
  const [modified, asked] = [httpDate(lastModified), httpDate(since)];
  return modified !== undefined && asked !== undefined && modified > asked;
}

/** An HTTP date in its preferred form (RFC 9110, 5.6.7), in milliseconds. */
export function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text.trim())) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
