import type { Auth, Body, Endpoint, Manifest, PathParam, RequestShape, Step } from "../manifest/model.ts";
import type { CaseBody, CaseRequest } from "./model.ts";
import { idVariable, pathVariable } from "./names.ts";

/** The request of an endpoint or a step as it is meant: what every case is a small change of. */
export function happyRequest(shape: Endpoint | Step, manifest: Manifest): CaseRequest {
  const body = shape.body === undefined ? undefined : caseBody(shape.body);
  return {
    method: shape.method,
    path: fillPath(shape, {}),
    query: Object.entries(shape.query),
    headers: Object.entries(mergeHeaders(manifest.headers, bodyHeaders(shape.body), shape.headers)),
    ...(body && { body }),
    auth: shape.identity === undefined ? null : authOf(shape.identity, manifest),
    hasCookieJar: "save" in shape,
    omittedHeaders: [],
  };
}

/** The credentials of an identity; the parser has checked that it exists. */
export function authOf(identity: string, manifest: Manifest): Auth {
  const found = manifest.identities.find(({ name }) => name === identity);
  if (found === undefined) throw new Error(`no identity ${identity}`);
  return found.auth;
}

/** The path with a value, or a variable, for each parameter; `values` come before the parameter's own source. */
export function fillPath(shape: RequestShape, values: Readonly<Record<string, string>>): string {
  const params = new Map(shape.params.map((param) => [param.name, param]));
  // Not the braces of a `{{variable}}`.
  return shape.path.replace(/(?<!\{)\{([^{}]+)\}(?!\})/g, (whole, name: string) => {
    const param = params.get(name);
    return values[name] ?? (param === undefined ? whole : paramValue(param));
  });
}

/** A filled path with other values for some of its parameters. */
export function refillPath(shape: RequestShape, path: string, values: Readonly<Record<string, string>>): string {
  const names = Object.keys(values);
  const template = shape.path.split("/");
  const filled = fillPath(shape, values).split("/");
  const segments = path.split("/");
  // A value has no slash of its own: it is encoded.
  if (segments.length !== template.length || filled.length !== template.length) return filled.join("/");
  const isOther = (segment: string) => names.some((name) => segment.includes(`{${name}}`));
  return segments.map((segment, at) => (isOther(template[at] ?? "") ? (filled[at] ?? segment) : segment)).join("/");
}

/** What stands in the path for a parameter. */
export function paramValue({ source }: PathParam): string {
  switch (source.kind) {
    case "literal":
      return encodeTemplate(source.value);
    case "created":
      return `{{${idVariable(source.by, source.get)}}}`;
    case "saved":
      return `{{${pathVariable(source.name)}}}`;
  }
  return source satisfies never;
}

/** Percent-encodes what is not a `{{variable}}`, so that a value with `/`, `?` or `#` stays one segment. */
export function encodeTemplate(text: string): string {
  return text
    .split(/(\{\{[^{}]+\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join("");
}

/** Later records win; header names are compared without case (RFC 9110, 5.1). */
export function mergeHeaders(...records: ReadonlyArray<Readonly<Record<string, string>>>): Record<string, string> {
  const merged = new Map<string, readonly [string, string]>();
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) merged.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(merged.values());
}

function bodyHeaders(body: Body | undefined): Record<string, string> {
  if (body?.kind === "json") return { "Content-Type": "application/json" };
  if (body?.kind === "raw" && body.contentType !== undefined) return { "Content-Type": body.contentType };
  // Newman writes the Content-Type of forms itself: multipart needs the boundary it chooses.
  return {};
}

function caseBody(body: Body): CaseBody {
  switch (body.kind) {
    case "json":
      return { kind: "text", text: JSON.stringify(body.value, null, 2), isJson: true };
    case "raw":
      return { kind: "text", text: body.text, isJson: /\bjson\b/.test(body.contentType ?? "") };
    case "form":
      return { kind: "form", fields: Object.entries(body.fields) };
    case "multipart":
      return { kind: "multipart", parts: body.parts };
  }
  return body satisfies never;
}
