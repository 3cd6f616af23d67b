import sdk, { type Url, type UrlDefinition } from "postman-collection";
import { isRecord, textOf } from "./json.ts";

/** What a request asks for, as far as that is known before it is sent. */
export interface RequestLine {
  readonly method: string;
  /** `/users/:id`, without the host and the query; a URL that is one variable as it stands. */
  readonly path: string;
  /** `GET /users/:id`. */
  readonly endpoint: string;
  /** `{{scheme}}://{{host}}:8080`; undefined: there is no URL. */
  readonly origin: string | undefined;
}

/** What the `request` of an item asks for: an object, or a URL that is got. */
export function requestLine(request: unknown): RequestLine {
  const url = urlOf(isRecord(request) ? request.url : request);
  const named = isRecord(request) && typeof request.method === "string" ? request.method.trim().toUpperCase() : "";
  const method = named === "" ? "GET" : named;
  const path = pathOf(url);
  return { method, path, endpoint: `${method} ${path}`, origin: originOf(url) };
}

function urlOf(definition: unknown): Url | undefined {
  const parts = isRecord(definition) && !definition.host && !definition.path ? definition.raw : definition;
  if (typeof parts !== "string" && !isRecord(parts)) return undefined;
  try {
    return new sdk.Url(parts as UrlDefinition | string);
  } catch {
    // Newman will say what is wrong with it.
    return undefined;
  }
}

function pathOf(url: Url | undefined): string {
  const host = hostOf(url);
  // `{{baseUrl}}users`, where the variable ends with the slash.
  const first = /^\{\{[^{}]+\}\}([^.:{}]+)$/.exec(host)?.[1];
  const rest = listOf(url?.path).map((part) => textOf(isRecord(part) ? part.value : part) ?? "");
  const parts = first === undefined ? rest : [first, ...rest];
  // A slash at the end makes no other endpoint.
  const path = parts.at(-1) === "" ? parts.slice(0, -1) : parts;
  if (path.length > 0) return `/${path.join("/")}`;
  return parts.length === 0 && /^\{\{[^{}]+\}\}$/.test(host) ? host : "/";
}

function originOf(url: Url | undefined): string | undefined {
  const host = hostOf(url);
  if (host === "") return undefined;
  const protocol = textOf(url?.protocol)?.replace(/:?\/*$/, "") ?? "";
  const port = textOf(url?.port) ?? "";
  return `${protocol === "" ? "" : `${protocol}://`}${host}${port === "" ? "" : `:${port}`}`;
}

function hostOf(url: Url | undefined): string {
  return listOf(url?.host)
    .flatMap((part) => textOf(part) ?? [])
    .join(".");
}

/** Of a file's own parts the SDK keeps whatever they are. */
function listOf(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}
