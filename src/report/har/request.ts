import type { SentRequest } from "../../result/model.ts";
import { headerOf, sentCookies } from "./headers.ts";

/** A request as HAR has it. */
export function harRequest({ method, url, headers, body }: SentRequest, baseUrl: string) {
  const parsed = parseUrl(url, baseUrl);
  const mimeType = headerOf(headers, "content-type") ?? "";
  return {
    method,
    url: parsed === undefined ? "about:invalid" : uriOf(parsed),
    httpVersion: "HTTP/1.1",
    cookies: sentCookies(headers),
    headers: headers.map(({ name, value }) => ({ name, value })),
    queryString: [...(parsed?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
    ...(body !== undefined && body !== "" && { postData: { mimeType, text: body } }),
    headersSize: -1,
    bodySize: Buffer.byteLength(body ?? ""),
    ...(parsed === undefined && { comment: `no URL: ${url}` }),
  };
}

function parseUrl(url: string, baseUrl: string): URL | undefined {
  const base = URL.canParse(baseUrl) ? baseUrl : undefined;
  const parsed = URL.canParse(url, base) ? new URL(url, base) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
}

/** As RFC 3986 wants it: URLs may hold a few characters that URIs may not. What follows `#` is not sent. */
function uriOf({ origin, pathname, search }: URL): string {
  const rest = `${pathname}${search}`.replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
  return `${origin}${rest.replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/gu, encodeURIComponent)}`;
}
