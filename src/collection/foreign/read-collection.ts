import type { Diagnostic, Report, Span } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { isRecord, type JsonRecord, readJson } from "./json.ts";
import type { ForeignCollection } from "./model.ts";
import { nameOf } from "./names.ts";
import { notePlaces } from "./places.ts";
import { findRequests } from "./requests.ts";

/** A collection, or what keeps its file from being one. */
export interface ReadCollection {
  /** Absent: an error is among the diagnostics. */
  readonly collection?: ForeignCollection;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Reads a Postman collection of version 2.0 or 2.1. A file that Newman would run without sending anything is a mistake. */
export function readCollection(source: SourceText): ReadCollection {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (one) => diagnostics.push(one);
  const places = notePlaces();
  const value = readJson(source, report, places.onValue);
  if (diagnostics.length > 0) return { diagnostics };
  const span: Span = { file: source.file, ...places.title() };
  const json = collectionIn(value, { span, report });
  if (json === undefined) return { diagnostics };
  const name = nameOf(json) ?? source.file;
  const requests = findRequests(json, { file: source.file, name, places, report });
  if (diagnostics.length > 0) return { diagnostics };
  if (requests.length > 0) return { collection: { source, name, span, json, requests, places }, diagnostics };
  return { diagnostics: [{ code: "empty-collection", args: { name }, span }] };
}

/** Whether a text is meant as a Postman collection, and not as a manifest in JSON; also where it is broken. */
export function isCollection(text: string, file = ""): boolean {
  if (/\.postman_collection\.json$/i.test(file)) return true;
  if (!/^\uFEFF?\s*\{/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const json = unwrap(value);
    return isRecord(json) && (isV1(json) || (isRecord(json.info) && Array.isArray(json.item)) || isOfSchema(json));
  } catch {
    return schemaUrl.test(text);
  }
}

const schemaUrl = /schema\.getpostman\.com/;

function isOfSchema({ info }: JsonRecord): boolean {
  return isRecord(info) && typeof info.schema === "string" && schemaUrl.test(info.schema);
}

/** Postman's API wraps it. */
function unwrap(value: unknown): unknown {
  return isRecord(value) && isRecord(value.collection) ? value.collection : value;
}

function isV1(json: JsonRecord): boolean {
  return Array.isArray(json.requests) && json.order !== undefined;
}

function collectionIn(
  value: unknown,
  { span, report }: { readonly span: Span; readonly report: Report },
): JsonRecord | undefined {
  const json = unwrap(value);
  if (isRecord(json) && isV1(json)) {
    report({ code: "collection-v1", args: {}, span });
    return undefined;
  }
  const problem = problemOf(json);
  if (problem === undefined && isRecord(json)) return json;
  report({ code: "not-a-collection", args: { problem: problem ?? "" }, span });
  return undefined;
}

function problemOf(json: unknown): string | undefined {
  if (!isRecord(json)) return "it is no JSON object";
  if (!isRecord(json.info)) return 'it has no "info"';
  return Array.isArray(json.item) ? undefined : 'it has no list "item" of requests and folders';
}
