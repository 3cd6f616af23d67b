import { statuses } from "../http/statuses.ts";
import type { Json, Manifest, ResponseExpectation } from "../manifest/model.ts";
import { isObject } from "../plan/change.ts";
import type { Case } from "../plan/model.ts";
import { codesOf } from "../plan/pattern.ts";
import type { RequestFile, ResponseFile } from "./format.ts";
import { stableId } from "./ids.ts";

/** The saved response of a case: what a correct server answers, so that Postman's own mock server can. */
export function exampleOf(
  one: Case,
  { id, request, manifest }: { readonly id: string; readonly request: RequestFile; readonly manifest: Manifest },
): ResponseFile | undefined {
  const [code] = codesOf(one.expected);
  if (code === undefined) return undefined;
  const status = statuses.get(code);
  // Postman finds the example by method, path and body; credentials play no part in it.
  const { description: _, ...originalRequest } = { ...request, auth: { type: "noauth" as const } };
  const body = status?.isBodiless || one.method === "HEAD" ? undefined : bodyOf(one, code, manifest);
  const contentType = isProblem(code, manifest) ? "application/problem+json" : "application/json";
  return {
    id: stableId(`${id}\nexample`),
    name: one.title,
    originalRequest,
    status: status?.name ?? "",
    code,
    _postman_previewlanguage: body === undefined ? "text" : "json",
    header: body === undefined ? [] : [{ key: "Content-Type", value: contentType }],
    cookie: [],
    body: body === undefined ? "" : JSON.stringify(body, null, 2),
  };
}

function bodyOf(one: Case, code: number, manifest: Manifest): Json | undefined {
  const declared = declaredResponse(one, manifest);
  if (declared?.body !== undefined) return declared.body;
  if (declared?.equals !== undefined) return declared.equals;
  if (code < 400) return representation(one, manifest);
  const { errors } = manifest.defaults;
  if (errors?.kind === "example") return errors.body;
  const title = statuses.get(code)?.name ?? String(code);
  return errors === undefined
    ? { error: { message: one.why } }
    : { type: "about:blank", title, status: code, detail: one.why };
}

function isProblem(code: number, manifest: Manifest): boolean {
  return code >= 400 && manifest.defaults.errors?.kind === "problem+json";
}

function declaredResponse(one: Case, manifest: Manifest): ResponseExpectation | undefined {
  const endpoint = manifest.endpoints.find(({ id }) => id === one.endpoint);
  return endpoint?.expect.find(({ span }) => span.start === one.span.start && span.file === one.span.file)?.response;
}

/** What a create, read or list shows: the example that the resource is created from, with an id. */
function representation(one: Case, manifest: Manifest): Json {
  const isList = one.method === "GET" && !one.path.endsWith("}");
  const collectionPath = one.path.replace(/\/\{[^/]*\}$/, "");
  const creator = manifest.endpoints.find(({ method, path }) => method === "POST" && path === collectionPath);
  const own = manifest.endpoints.find(({ id }) => id === one.endpoint);
  const body = (one.method === "GET" ? undefined : own?.body) ?? creator?.body;
  if (body?.kind !== "json" || !isObject(body.value)) return {};
  const resource = { id: "1", ...body.value };
  return isList ? [resource] : resource;
}
