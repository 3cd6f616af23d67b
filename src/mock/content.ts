import type { Body, Json } from "../manifest/model.ts";
import type { Operation } from "./api.ts";
import { isDeeperThan, isObject } from "./json.ts";
import { readMultipart } from "./multipart.ts";
import type { MockRequest } from "./request.ts";
import type { StoredFile } from "./state.ts";

/** The body of a request, read as its endpoint takes it. */
export interface Content {
  readonly isEmpty: boolean;
  readonly text: string;
  /** As JSON; of a form its fields. Undefined where there is nothing to understand. */
  readonly sent?: Json;
  /** A body that the endpoint takes as it is. */
  readonly file?: StoredFile;
  readonly fault?: { readonly kind: "media type" | "syntax"; readonly reason: string };
}

/** Deeper than anybody means it; and recursion goes over it. */
const maxDepth = 100;

/** Reads the body. An endpoint without one takes anything: what it understands is only there to compare with. */
export function readContent(
  request: MockRequest,
  { body, contentType }: Pick<Operation, "body" | "contentType">,
): Content {
  const bytes = request.body ?? new Uint8Array();
  const given = request.headers.get("content-type") ?? "";
  const text = new TextDecoder().decode(bytes);
  const isEmpty = bytes.byteLength === 0;
  const type = mediaType(given);
  if (!body) {
    const { sent } = isJsonType(type) && !isEmpty ? readJson(bytes) : {};
    return { isEmpty, text, ...(sent === undefined ? {} : { sent }) };
  }
  if (isEmpty) return { isEmpty, text, fault: { kind: "syntax", reason: "the body is missing" } };
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (coding !== "identity") return { isEmpty, text, fault: unsupported(`content coding ${coding}`) };
  if (!takes(body, contentType, type)) return { isEmpty, text, fault: unsupported(type || "no Content-Type") };
  return { isEmpty, text, ...readers[body.kind](bytes, given) };
}

/** Type and subtype in lower case, without parameters. */
export function mediaType(header: string): string {
  return header.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** JSON, or a format made of it (RFC 6839, 3.1). */
export function isJsonType(type: string): boolean {
  return type === "application/json" || type.endsWith("+json");
}

function takes(body: Body, declared: string | undefined, type: string): boolean {
  if (body.kind === "form") return type === "application/x-www-form-urlencoded";
  if (body.kind === "multipart") return type === "multipart/form-data";
  if (body.kind === "json") return isJsonType(type) || type === mediaType(declared ?? "application/json");
  const own = body.contentType ?? declared;
  return own === undefined || type === mediaType(own);
}

type Reading = Pick<Content, "sent" | "file" | "fault">;

const readers: Readonly<Record<Body["kind"], (bytes: Uint8Array, contentType: string) => Reading>> = {
  json: readJson,
  form: (bytes) => ({ sent: Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString())) }),
  multipart: (bytes, contentType) => {
    const sent = readMultipart(bytes, contentType);
    return sent ? { sent } : { fault: { kind: "syntax", reason: "the body is not multipart/form-data" } };
  },
  raw: (bytes, type) =>
    isJsonType(mediaType(type)) ? readJson(bytes) : { file: { bytes, type: type || "application/octet-stream" } },
};

function readJson(bytes: Uint8Array): Reading {
  try {
    const sent: Json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isDeeperThan(sent, maxDepth)) return { fault: { kind: "syntax", reason: "the body is nested too deeply" } };
    return { sent };
  } catch {
    return { fault: { kind: "syntax", reason: "the body is not JSON" } };
  }
}

function unsupported(what: string): NonNullable<Content["fault"]> {
  return { kind: "media type", reason: `${what} is not supported` };
}

/** The list in a body: itself, or the first field that is one; anything else is a list of one. */
export function listIn(sent: Json | undefined): ReadonlyArray<Json> {
  if (Array.isArray(sent)) return sent;
  const inside = isObject(sent) ? Object.values(sent).find((value) => Array.isArray(value)) : undefined;
  if (Array.isArray(inside)) return inside;
  return sent === undefined ? [] : [sent];
}
