import type { Body, Json } from "../manifest/model.ts";
import type { Operation } from "./api.ts";
import { isObject } from "./json.ts";
import { charsetOf, isJsonType, mediaType } from "./media-type.ts";
import { readMultipart } from "./multipart.ts";
import { readJson } from "./read-json.ts";
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
  readonly fault?: Fault;
}

/** Why a body cannot be read: it is broken, or in a media type or coding that nobody here reads. */
export interface Fault {
  readonly kind: "media type" | "coding" | "syntax";
  readonly reason: string;
}

/** Reads the body. An endpoint without one takes anything: what it understands is only there to compare with. */
export function readContent(request: MockRequest, operation: Pick<Operation, "body" | "contentType">): Content {
  const { body } = operation;
  const bytes = request.body ?? new Uint8Array();
  const given = request.headers.get("content-type") ?? "";
  const text = new TextDecoder().decode(bytes);
  const isEmpty = bytes.byteLength === 0;
  if (!body) {
    const { sent } = isJsonType(mediaType(given)) && !isEmpty ? readJson(bytes) : {};
    return { isEmpty, text, ...(sent === undefined ? {} : { sent }) };
  }
  if (isEmpty) return { isEmpty, text, fault: { kind: "syntax", reason: "the body is missing" } };
  const fault = codingFault(request) ?? typeFault(given, takenTypes(operation));
  return { isEmpty, text, ...(fault ? { fault } : readers[body.kind](bytes, given)) };
}

/** The media types that an operation takes; none: any. */
export function takenTypes({ body, contentType }: Pick<Operation, "body" | "contentType">): ReadonlyArray<string> {
  if (body?.kind === "form") return ["application/x-www-form-urlencoded"];
  if (body?.kind === "multipart") return ["multipart/form-data"];
  const declared = contentType === undefined ? [] : [mediaType(contentType)];
  if (body?.kind === "json") return [...new Set([...declared, "application/json"])];
  return body?.contentType === undefined ? declared : [mediaType(body.contentType)];
}

function codingFault({ headers }: MockRequest): Fault | undefined {
  const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (coding === "" || coding === "identity") return undefined;
  return { kind: "coding", reason: "the body must come without a content coding" };
}

function typeFault(given: string, taken: ReadonlyArray<string>): Fault | undefined {
  const type = mediaType(given);
  // Whoever takes JSON takes the formats that are made of it (RFC 6839, 3.1).
  const isTaken = taken.includes(type) || (taken.some(isJsonType) && isJsonType(type));
  if (taken.length > 0 && !isTaken) return { kind: "media type", reason: `the body must be ${taken.join(" or ")}` };
  const charset = charsetOf(given);
  // JSON is UTF-8 (RFC 8259, 8.1).
  const isRead = charset === undefined || !isJsonType(type) || ["utf-8", "utf8", "us-ascii"].includes(charset);
  return isRead ? undefined : { kind: "media type", reason: "the charset must be utf-8" };
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

/** The list in a body: itself, or the first field that is one; anything else is a list of one. */
export function listIn(sent: Json | undefined): ReadonlyArray<Json> {
  if (Array.isArray(sent)) return sent;
  const inside = isObject(sent) ? Object.values(sent).find((value) => Array.isArray(value)) : undefined;
  if (Array.isArray(inside)) return inside;
  return sent === undefined ? [] : [sent];
}
