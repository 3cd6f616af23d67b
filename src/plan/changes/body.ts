import { isObject } from "../../manifest/json-object.ts";
import type { Json } from "../../manifest/model.ts";
import { jsonBody, jsonOf } from "../body-change.ts";
import type { CaseBody, CaseRequest } from "../model.ts";
import { exampleFields } from "../needs.ts";
import type { ChangeTable, EdgeRequest } from "./change.ts";
import { dropHeader, setHeader } from "./headers.ts";
import { mostTalkative } from "./talkative.ts";

/** What can be wrong with a body, by the name in the edge table. */
export const bodyChanges: ChangeTable = {
  truncated: ({ happy }) => truncated(happy),
  empty: ({ happy }) => emptied(happy),
  nothing: ({ happy }) => dropHeader(withoutBody(happy), "Content-Type"),
  trailing: ({ happy }) => ofText(happy, (text) => `${text} newmanifest`),
  "trailing-comma": ({ happy }) => ofText(happy, (text) => text.replace(/\s*\}$/, ",\n}")),
  bom: ({ happy }) => ofText(happy, (text) => `\uFEFF${text}`),
  "duplicate-keys": ({ happy }) => ofText(happy, (text) => twice(text, exampleFields(happy.body)[0]?.[0])),
  nan: ({ happy }) => ofField(happy, "number", "NaN"),
  // Beyond 64 bits, and beyond what a double can tell from its neighbours.
  "huge-number": ({ happy }) => ofField(happy, "number", "9223372036854775808"),
  "lone-surrogate": ({ happy }) => ofField(happy, "string", '"\\ud800"'),
  operator: ({ happy }) => ofTalkative(happy, { $ne: null }),
  prototype: ({ happy }) => ofText(happy, polluted),
  "own-address": ({ happy }) => ofAddress(happy),
  "other-id": ({ happy }) => withField(happy, "id", "newmanifest-other"),
  form: ({ happy }) => asForm(happy),
  "with-body": ({ happy }) => (happy.body === undefined ? withBody(happy) : undefined),
};

/** The request with a body that ends after a colon. No comment signs: Postman takes comments out of JSON bodies. */
export function truncated(happy: CaseRequest): CaseRequest {
  return withText(happy, `{ "${safeName(exampleFields(happy.body)[0]?.[0])}": `);
}

/** This text in place of the body, sent as what the body was, or as the given type. */
export function withText(happy: CaseRequest, text: string, contentType?: string): CaseRequest {
  const isJson = contentType === undefined && happy.body?.kind === "text" && happy.body.isJson;
  const request: CaseRequest = { ...happy, body: { kind: "text", text, isJson } };
  return contentType === undefined ? request : setHeader(request, "Content-Type", contentType);
}

function safeName(field: string | undefined): string {
  return field !== undefined && /^[\w.-]+$/.test(field) ? field : "newmanifest";
}

function withoutBody({ body: _, ...rest }: CaseRequest): CaseRequest {
  return rest;
}

/** Of no bytes, and still of the type that Newman would have given a form. */
function emptied(happy: CaseRequest): CaseRequest {
  const types: Readonly<Record<CaseBody["kind"], string | undefined>> = {
    text: undefined,
    form: "application/x-www-form-urlencoded",
    multipart: "multipart/form-data; boundary=newmanifest",
  };
  return withText(happy, "", happy.body && types[happy.body.kind]);
}

function ofText(happy: CaseRequest, change: (text: string) => string | undefined): CaseRequest | undefined {
  const text = happy.body?.kind === "text" ? change(happy.body.text) : undefined;
  return text === undefined ? undefined : withText(happy, text);
}

function twice(text: string, field: string | undefined): string | undefined {
  return field === undefined ? undefined : text.replace(/^\s*\{/, `{\n  ${JSON.stringify(field)}: null,`);
}

/** The first field with a value of that type, with a text that no JSON writer would write. */
function ofField(happy: CaseRequest, type: "number" | "string", written: string): EdgeRequest | undefined {
  const fields = exampleFields(happy.body);
  const field = fields.find(([, value]) => typeof value === type)?.[0];
  if (field === undefined) return undefined;
  const mark = "newmanifest-mark";
  const text = JSON.stringify({ ...Object.fromEntries(fields), [field]: mark }, null, 2);
  return { field, request: withText(happy, text.replace(`"${mark}"`, written)) };
}

function ofTalkative(happy: CaseRequest, value: Json): EdgeRequest | undefined {
  const field = mostTalkative(exampleFields(happy.body));
  return field === undefined ? undefined : withField(happy, field, value);
}

/** The first field that holds an address. */
function ofAddress(happy: CaseRequest): EdgeRequest | undefined {
  const [field] = exampleFields(happy.body).find(([, value]) => /^https?:\/\//.test(String(value))) ?? [];
  return field === undefined ? undefined : withField(happy, field, "http://127.0.0.1:1/");
}

/** Written as text: a key of that name is no property everywhere. */
function polluted(text: string): string {
  const isEmpty = /^\s*\{\s*\}\s*$/.test(text);
  const added = '"__proto__": { "newmanifestPolluted": true }';
  return text.replace(/^\s*\{/, `{\n  ${added}${isEmpty ? "" : ","}`);
}

function withField(happy: CaseRequest, field: string, value: Json): EdgeRequest {
  const fields = exampleFields(happy.body);
  return { field, request: { ...happy, body: jsonBody({ ...Object.fromEntries(fields), [field]: value }) } };
}

function asForm(happy: CaseRequest): CaseRequest | undefined {
  const value = jsonOf(happy.body);
  if (value === undefined || !isObject(value)) return undefined;
  const fields = Object.entries(value).map(([name, one]) => [name, textOf(one)] as const);
  // Newman writes the Content-Type of a form itself.
  const headers = happy.headers.filter(([name]) => name.toLowerCase() !== "content-type");
  return { ...happy, headers, body: { kind: "form", fields } };
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function withBody(happy: CaseRequest): CaseRequest {
  return setHeader({ ...happy, body: jsonBody({ newmanifest: true }) }, "Content-Type", "application/json");
}
