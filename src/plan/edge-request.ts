import type { EdgeChange } from "../http/edge.ts";
import type { Auth, Json, Manifest } from "../manifest/model.ts";
import { isObject, jsonBody } from "./body-change.ts";
import type { EndpointFacts } from "./facts.ts";
import type { Before, CaseBody, CaseRequest } from "./model.ts";
import { sentVariable, unknownIdVariable, validatorVariables } from "./names.ts";
import { exampleFields, requiredFields } from "./needs.ts";
import { authOf, refillPath } from "./request.ts";

/** The happy request with one thing changed, and what the change is about where there are several of its kind. */
export interface EdgeRequest {
  readonly request: CaseRequest;
  /** A field name, for titles and ids. */
  readonly field?: string;
  readonly before?: Before;
}

/** Applies an edge's change; several requests where it goes from field to field. */
export function edgeRequests(
  change: EdgeChange,
  happy: CaseRequest,
  { facts, manifest }: { readonly facts: EndpointFacts; readonly manifest: Manifest },
): ReadonlyArray<EdgeRequest> {
  const { endpoint } = facts;
  switch (change.kind) {
    case "credentials":
      return [{ request: withCredentials(happy, change.use) }];
    case "identity":
      return [{ request: { ...happy, auth: authOf(facts.otherIdentity ?? "", manifest) } }];
    case "unknown-id":
      return [{ request: { ...happy, path: refillPath(endpoint, happy.path, unknownValue(facts)) } }];
    case "after-delete":
      return [{ request: happy }];
    case "method":
      return [{ request: withMethod(happy, facts.undeclaredMethods[0] ?? "PATCH") }];
    case "header":
      return [{ request: withHeader(readable(plainBody(happy, change.name), change.name), change.name, change.value) }];
    case "validator":
      return [conditional(happy, endpoint.id)];
    case "malformed-body":
      return [{ request: { ...happy, body: malformed(exampleFields(happy.body)[0]?.[0] ?? "newmanifest") } }];
    case "missing-field":
      return requiredFields(endpoint, happy.body).map((field) => ({ field, request: withoutField(happy, field) }));
    case "wrong-type":
      return exampleFields(happy.body)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => ({ field, request: withField(happy, [field, wrongTypeOf(value)]) }));
    case "repeat":
      return [
        { request: { ...happy, body: { kind: "text", text: `{{${sentVariable(endpoint.id)}}}`, isJson: true } } },
      ];
  }
  return change satisfies never;
}

function withCredentials(happy: CaseRequest, use: "none" | "wrong" | "wrong-scheme"): CaseRequest {
  if (happy.auth === null || use === "none") return { ...happy, auth: null };
  if (use === "wrong") return { ...happy, auth: wrongAuth(happy.auth) };
  const other = happy.auth.kind === "bearer" ? "Basic bmV3bWFuaWZlc3Q6d3Jvbmc=" : "Bearer newmanifest.wrong.token";
  return withHeader({ ...happy, auth: null }, "Authorization", other);
}

function wrongAuth(auth: Auth): Auth {
  switch (auth.kind) {
    case "bearer":
      return { ...auth, token: "newmanifest.wrong.token" };
    case "basic":
    case "digest":
      return { ...auth, password: "newmanifest-wrong" };
    case "apiKey":
    case "cookie":
      return { ...auth, value: "newmanifest-wrong" };
  }
  return auth satisfies never;
}

function unknownValue({ endpoint }: EndpointFacts): Record<string, string> {
  const last = endpoint.params.at(-1);
  if (last === undefined || last.source.kind === "saved") return {};
  const { source } = last;
  if (source.kind === "created") return { [last.name]: `{{${unknownIdVariable(source.by, source.get)}}}` };
  return { [last.name]: unknownLike(source.value) };
}

/** An id of the same form that nothing has: servers may answer 400 to one of another form. */
function unknownLike(value: string): string {
  if (/^\d+$/.test(value)) return "2147483646";
  // The version and the variant of a UUID are part of its form.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    return value.replace(/[0-9a-f]/gi, (digit, at) => (at === 14 || at === 19 ? digit : "0"));
  }
  return "newmanifest-unknown";
}

function withMethod(happy: CaseRequest, method: string): CaseRequest {
  const request = withHeader({ ...happy, method }, "Content-Type", "application/json");
  return { ...request, body: { kind: "text", text: "{}", isJson: true } };
}

function withHeader(request: CaseRequest, name: string, value: string): CaseRequest {
  const kept = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...kept, [name, value]] };
}

/** Newman writes the Content-Type of a form itself, so another one needs a body that is no form. */
function plainBody(request: CaseRequest, header: string): CaseRequest {
  if (header !== "Content-Type" || request.body?.kind === "text") return request;
  return { ...request, body: { kind: "text", text: "newmanifest", isJson: false } };
}

/** A piece of a compressed representation cannot be decompressed (RFC 9110, 14.2). */
function readable(request: CaseRequest, header: string): CaseRequest {
  return header === "Range" ? withHeader(request, "Accept-Encoding", "identity") : request;
}

function conditional(happy: CaseRequest, endpoint: string): EdgeRequest {
  const variables = validatorVariables(endpoint);
  const etag = withHeader(happy, "If-None-Match", `{{${variables.etag}}}`);
  const request = withHeader(etag, "If-Modified-Since", `{{${variables.lastModified}}}`);
  // Newman's own `Cache-Control: no-cache` asks for an end-to-end reload, and Express answers 200 to that.
  return { request: { ...request, omittedHeaders: ["cache-control"] }, before: { kind: "conditional", ...variables } };
}

/** Cut off after the colon. No comment signs: Newman strips comments from JSON bodies. */
function malformed(field: string): CaseBody {
  const name = /^[\w.-]+$/.test(field) ? field : "newmanifest";
  return { kind: "text", text: `{ "${name}": `, isJson: true };
}

function withoutField(happy: CaseRequest, field: string): CaseRequest {
  if (happy.body?.kind === "form") {
    return { ...happy, body: { kind: "form", fields: happy.body.fields.filter(([name]) => name !== field) } };
  }
  const kept = exampleFields(happy.body).filter(([name]) => name !== field);
  return { ...happy, body: jsonBody(Object.fromEntries(kept)) };
}

function withField(happy: CaseRequest, changed: readonly [string, Json]): CaseRequest {
  const fields = exampleFields(happy.body).map((field) => (field[0] === changed[0] ? changed : field));
  return { ...happy, body: jsonBody(Object.fromEntries(fields)) };
}

/** A value that no lenient server can coerce into the right type, as "5" becomes 5 and 5 becomes "5". */
function wrongTypeOf(value: Json): Json {
  if (typeof value === "number" || typeof value === "boolean") return "newmanifest";
  return isObject(value) ? "newmanifest" : { newmanifest: true };
}
