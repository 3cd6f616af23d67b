import type { Auth } from "../manifest/model.ts";
import type { CaseBody, CaseRequest } from "../plan/model.ts";
import { encodeTemplate } from "../plan/request.ts";
import { authDefinition, authHeaders } from "./auth.ts";
import type { BodyFile, KeyValue, RequestFile } from "./format.ts";

/** Postman's form of a case's request. */
export function requestFile(request: CaseRequest, description: string): RequestFile {
  const encode = request.isRawQuery ? (text: string) => text : encodeTemplate;
  const query = request.query.map(([key, value]) => ({ key: encode(key), value: encode(value) }));
  const search = query.map(({ key, value }) => `${key}=${value}`).join("&");
  return {
    ...(description !== "" && { description: { content: description, type: "text/markdown" } }),
    method: request.method,
    // An empty path would end the URL that the variable holds with a slash.
    url: !request.path.startsWith("/")
      ? { raw: request.path, host: [request.path] }
      : {
          raw: `{{baseUrl}}${request.path}${search === "" ? "" : `?${search}`}`,
          host: ["{{baseUrl}}"],
          path: request.path.split("/").slice(1),
          ...(query.length > 0 && { query }),
        },
    header: headersOf(request.headers, request.auth),
    auth: authDefinition(request.auth),
    ...(request.body && { body: bodyFile(request.body) }),
  };
}

/** What Newman must not do by itself for this request. */
export function protocolOf(request: CaseRequest): Readonly<Record<string, unknown>> {
  const omitted = [...request.omittedHeaders, ...implicitContentType(request)];
  return {
    followRedirects: false,
    ...(!request.hasCookieJar && { disableCookies: true }),
    ...(request.body && ["GET", "HEAD"].includes(request.method) && { disableBodyPruning: true }),
    ...(omitted.length > 0 && { disabledSystemHeaders: Object.fromEntries(omitted.map((name) => [name, true])) }),
  };
}

function headersOf(headers: CaseRequest["headers"], auth: Auth | null): ReadonlyArray<KeyValue> {
  return [...headers, ...authHeaders(auth)].map(([key, value]) => ({ key, value }));
}

function bodyFile(body: CaseBody): BodyFile {
  switch (body.kind) {
    case "text":
      return { mode: "raw", raw: body.text, options: { raw: { language: languageOf(body) } } };
    case "form":
      return { mode: "urlencoded", urlencoded: body.fields.map(([key, value]) => ({ key, value })) };
    case "multipart":
      return {
        mode: "formdata",
        formdata: body.parts.map((part) =>
          "file" in part
            ? { key: part.name, type: "file" as const, src: part.file }
            : { key: part.name, type: "text", value: part.value },
        ),
      };
  }
  return body satisfies never;
}

/** Newman takes comments out of what is called JSON, also out of what was sent to be refused for them. */
function languageOf({ text, isJson }: Extract<CaseBody, { readonly kind: "text" }>): "json" | "text" {
  const mayHaveComments = /\/[/*]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
  return isJson && !mayHaveComments ? "json" : "text";
}

/** A raw body without Content-Type goes out as it is, not as Newman's text/plain. */
function implicitContentType({ body, headers }: CaseRequest): ReadonlyArray<string> {
  if (body?.kind !== "text" || headers.some(([name]) => name.toLowerCase() === "content-type")) return [];
  return ["content-type"];
}
