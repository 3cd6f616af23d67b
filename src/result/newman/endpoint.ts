import { urlText } from "./request-text.ts";
import type { NewmanRequest, NewmanUrl } from "./schema.ts";

/** What a request asks for, before its variables are filled in. */
export interface Endpoint {
  readonly method: string;
  /** `/users/:id`, without the host and the query; a URL that is one variable as it stands. */
  readonly path: string;
  /** `GET /users/:id`. */
  readonly endpoint: string;
}

/** The endpoint of a collection's request, named as in a run of our own. */
export function endpointOf(request: NewmanRequest | undefined): Endpoint {
  const named = request?.method?.trim().toUpperCase() ?? "";
  const method = named === "" ? "GET" : named;
  const path = pathOf(splitUrl(request?.url));
  return { method, path, endpoint: `${method} ${path}` };
}

/** `https://api.example`, where the URL has such a beginning; Postman sends to http where it names no scheme. */
export function originOf(url: NewmanUrl): string | undefined {
  const text = urlText(url);
  const whole = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (text.includes("{{") || !URL.canParse(whole)) return undefined;
  const { origin, protocol } = new URL(whole);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

interface HostAndPath {
  readonly host: string;
  readonly path: ReadonlyArray<string>;
}

/** Newman writes a URL in parts; whoever wrote the report by other means may have left it whole. */
function splitUrl(url: NewmanUrl): HostAndPath {
  if (url === undefined) return { host: "", path: [] };
  if (typeof url !== "string") return { host: url.host.join("."), path: url.path };
  const [host = "", ...path] = url
    .replace(/[?#].*$/s, "")
    .replace(/^[a-z][\w+.-]*:\/\//i, "")
    .split("/");
  return { host, path };
}

function pathOf({ host, path }: HostAndPath): string {
  // `{{baseUrl}}users`, where the variable ends with the slash.
  const first = /^\{\{[^{}]+\}\}([^.:{}]+)$/.exec(host)?.[1];
  const parts = first === undefined ? path : [first, ...path];
  // A slash at the end makes no other endpoint.
  const named = parts.at(-1) === "" ? parts.slice(0, -1) : parts;
  if (named.length > 0) return `/${named.join("/")}`;
  return parts.length === 0 && /^\{\{[^{}]+\}\}$/.test(host) ? host : "/";
}
