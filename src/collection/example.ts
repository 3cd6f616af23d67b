import { statuses } from "../http/statuses.ts";
import { isObject } from "../manifest/json-object.ts";
import type { Endpoint, Json, Manifest } from "../manifest/model.ts";
import type { Case } from "../plan/model.ts";
import { codesOf } from "../plan/pattern.ts";
import type { KeyValue, RequestFile, ResponseFile } from "./format.ts";
import { stableId } from "./ids.ts";

/** The saved response of an item; absent where no code is known. */
export type ExampleOf = (
  one: Case,
  item: { readonly id: string; readonly request: RequestFile },
) => ResponseFile | undefined;

/** What a correct server answers to each case, so that Postman's own mock server can. */
export function createExamples(manifest: Manifest): ExampleOf {
  const endpoints = new Map(manifest.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  return (one, { id, request }) => {
    const [code] = codesOf(one.expected);
    // Where an earlier response led to has an address that nobody knows yet.
    if (code === undefined || !one.request?.path.startsWith("/")) return undefined;
    const status = statuses.get(code);
    const body = status?.isBodiless || one.method === "HEAD" ? undefined : bodyOf(one, code, { manifest, endpoints });
    // Postman finds the example by method, path and body; credentials play no part in it.
    const { description: _, ...originalRequest } = { ...request, auth: { type: "noauth" as const } };
    return {
      id: stableId(`${id}\nexample`),
      name: one.title,
      originalRequest,
      status: status?.name ?? "",
      code,
      _postman_previewlanguage: body === undefined ? "text" : "json",
      header: [...typeHeader(code, body, manifest), ...owedHeaders(one, code)],
      cookie: [],
      body: body === undefined ? "" : JSON.stringify(body, null, 2),
    };
  };
}

interface Known {
  readonly manifest: Manifest;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
}

function bodyOf(one: Case, code: number, { manifest, endpoints }: Known): Json {
  const declared = endpoints
    .get(one.endpoint)
    ?.expect.find(({ span }) => span.start === one.span.start && span.file === one.span.file)?.response;
  if (declared?.body !== undefined) return declared.body;
  if (declared?.equals !== undefined) return declared.equals;
  if (code < 400) return representation(one, endpoints);
  const { errors } = manifest.defaults;
  if (errors?.kind === "example") return errors.body;
  if (errors === undefined) return { error: { message: one.why } };
  return { type: "about:blank", title: statuses.get(code)?.name ?? String(code), status: code, detail: one.why };
}

/** What a create, read or list shows: the example that the resource is created from, with an id. */
function representation(one: Case, endpoints: Known["endpoints"]): Json {
  const creator = endpoints.get(`POST ${one.path.replace(/\/\{[^/]*\}$/, "")}`);
  const own = one.method === "GET" ? undefined : endpoints.get(one.endpoint)?.body;
  const body = own ?? creator?.body;
  if (body?.kind !== "json" || !isObject(body.value)) return {};
  const resource = { id: "1", ...body.value };
  return one.method === "GET" && !one.path.endsWith("}") ? [resource] : resource;
}

function typeHeader(code: number, body: Json | undefined, manifest: Manifest): ReadonlyArray<KeyValue> {
  if (body === undefined) return [];
  const isProblem = code >= 400 && manifest.defaults.errors?.kind === "problem+json";
  return [{ key: "Content-Type", value: isProblem ? "application/problem+json" : "application/json" }];
}

/** The headers that a response with this code owes. */
function owedHeaders(one: Case, code: number): ReadonlyArray<KeyValue> {
  if (code === 201) return [{ key: "Location", value: `${one.path.replace(/\{[^}]*\}/g, "1")}/1` }];
  if (code === 401) return [{ key: "WWW-Authenticate", value: 'Bearer realm="api"' }];
  if (code === 405) return [{ key: "Allow", value: "GET, HEAD" }];
  if (code === 429 || code === 503) return [{ key: "Retry-After", value: "1" }];
  return code > 300 && code < 400 && code !== 304 ? [{ key: "Location", value: "/" }] : [];
}
