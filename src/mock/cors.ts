import type { HeaderExpectation, Manifest } from "../manifest/model.ts";
import type { Api, Route } from "./api.ts";
import type { Headers } from "./declared-headers.ts";
import { appendToHeader } from "./header-list.ts";
import type { MockRequest } from "./request.ts";
import type { MockResponse } from "./response.ts";
import { allowedMethods } from "./route.ts";

const allowOrigin = "access-control-allow-origin";

/**
 * Whose pages may call the API: everybody's, unless the manifest names an origin. Where it says that the header must not be
 * there, pages are none of its business.
 */
export function allowedOriginOf({ defaults, endpoints, flows }: Manifest): string | undefined {
  const expectations = [
    ...endpoints.flatMap(({ expect }) => expect),
    ...flows.flatMap(({ steps }) => steps.map(({ expectation }) => expectation)),
  ];
  const headers = [...defaults.headers, ...expectations.flatMap(({ response }) => response.headers)];
  const declared = headers.filter(({ name }) => name.toLowerCase() === allowOrigin);
  if (declared.some(({ kind }) => kind === "absent")) return undefined;
  return declared.map(originIn).find((origin) => origin !== undefined) ?? "*";
}

function originIn(expectation: HeaderExpectation): string | undefined {
  if (expectation.kind === "equals") return expectation.value;
  return expectation.kind === "any" ? expectation.values[0] : undefined;
}

/** The answer as a browser needs it that asks for a page of another origin (Fetch, 3.2). What the manifest declares stays. */
export function withCors(
  response: MockResponse,
  { request, api, route }: { request: MockRequest; api: Api; route: Route | undefined },
): MockResponse {
  const origin = request.headers.get("origin");
  if (origin === undefined || api.allowedOrigin === undefined) return response;
  const own = isPreflight(request) ? preflightHeaders(request, response, route) : exposed(response.headers);
  const granted: Headers = { ...grantTo(origin, api), ...own };
  const headers = { ...granted, ...response.headers };
  const varying = isPreflight(request) ? ["Access-Control-Request-Method", "Access-Control-Request-Headers"] : [];
  const all = hasCookies(api) ? ["Origin", ...varying] : varying;
  return { ...response, headers: all.reduce((told, name) => appendToHeader(told, "Vary", name), headers) };
}

function isPreflight({ method, headers }: MockRequest): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/**
 * Credentials in headers get through with `*`. Cookies need the very origin, and any site could use them: only pages of this
 * machine may (Fetch, 3.2.5).
 */
function grantTo(origin: string, api: Api): Headers {
  const isLocal = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(origin);
  const isTrusted = hasCookies(api) && isLocal && api.allowedOrigin === "*";
  if (isTrusted) return { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" };
  return { "Access-Control-Allow-Origin": api.allowedOrigin ?? "*" };
}

function hasCookies({ identities }: Api): boolean {
  return identities.some(({ auth }) => auth.kind === "cookie");
}

/** The headers are named one by one: `*` does not cover Authorization (Fetch, 4.8). */
function preflightHeaders({ headers }: MockRequest, { status }: MockResponse, route: Route | undefined): Headers {
  if (!route || status >= 300) return {};
  const asked = (headers.get("access-control-request-headers") ?? "").split(",").map((name) => name.trim());
  const names = asked.filter((name) => /^[!#$%&'*+.^_`|~\w-]+$/.test(name));
  return {
    "Access-Control-Allow-Methods": allowedMethods(route),
    ...(names.length > 0 ? { "Access-Control-Allow-Headers": names.join(", ") } : {}),
    "Access-Control-Max-Age": "600",
  };
}

/** Pages can read these anyway (Fetch, 2.2.2), and no page reads the others. */
const unlisted =
  /^(?:cache-control|content-language|content-length|content-type|expires|last-modified|pragma|set-cookie|vary|access-control-.*)$/i;

function exposed(headers: Headers): Headers {
  const names = Object.keys(headers).filter((name) => !unlisted.test(name));
  return names.length === 0 ? {} : { "Access-Control-Expose-Headers": names.join(", ") };
}
