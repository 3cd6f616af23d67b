import { isObject } from "../../manifest/json-object.ts";
import { jsonBody, jsonOf } from "../body-change.ts";
import type { Before, CaseRequest, FillValue } from "../model.ts";
import { withText } from "./body.ts";
import type { ChangeTable, EdgeRequest } from "./change.ts";
import { setHeader } from "./headers.ts";
import { paddingOf } from "./padding.ts";

const long = "newmanifest_long";
const end = "newmanifest_end";

/** Too much of something, by the name in the edge table. The script before the request writes what is long. */
export const sizeChanges: ChangeTable = {
  nesting: ({ happy }) => ({
    request: withText(happy, `{{${long}}}{{${end}}}`),
    before: fill([long, "[", 10_000], [end, "]", 10_000]),
  }),
  "uri-too-long": ({ happy }) => withQuery(happy, "n", 20_000),
  // Servers are to read 8,000 octets (RFC 9112, 3): some are left for the rest of the request line.
  "uri-long-ok": ({ happy }) => withQuery(happy, "n", 7_500),
  "many-parameters": ({ happy }) => withQuery(happy, "&newmanifest=1", 1_500),
  header: ({ happy }) => withHeader(happy, "X-Newmanifest", 20_000),
  cookie: ({ happy }) => withHeader(happy, "Cookie", 16_000),
  headers: ({ happy }) => ({ request: happy, before: { kind: "headers", count: 2_000 } }),
  field: ({ happy }) => largeField(happy, fill([long, "a", 10_000])),
  body: ({ happy }) => largeBody(happy),
};

function fill(...values: ReadonlyArray<readonly [variable: string, text: string, times: number]>): Before {
  const named: ReadonlyArray<FillValue> = values.map(([variable, text, times]) => ({ variable, text, times }));
  return { kind: "fill", values: named };
}

function withQuery(happy: CaseRequest, text: string, times: number): EdgeRequest {
  const request = { ...happy, query: [...happy.query, ["newmanifest", `1{{${long}}}`] as const] };
  return { request, before: fill([long, text, times]) };
}

function withHeader(happy: CaseRequest, name: string, times: number): EdgeRequest {
  return { request: setHeader(happy, name, `n={{${long}}}`), before: fill([long, "n", times]) };
}

const large = 11_000_000;

/** 11 MB beside what is there already: more than any server takes by itself, and still a body of its kind. */
function largeBody(happy: CaseRequest): EdgeRequest | undefined {
  const before = fill([long, "n", large]);
  const { body } = happy;
  switch (body?.kind) {
    case "text":
      return body.isJson ? largeField(happy, before) : largeText(happy, body.text);
    case "form":
      return {
        request: { ...happy, body: { kind: "form", fields: [...body.fields, ["newmanifest", `{{${long}}}`]] } },
        before,
      };
    case "multipart":
    case undefined:
      return undefined;
  }
  return body satisfies never;
}

function largeText(happy: CaseRequest, text: string): EdgeRequest {
  const type = happy.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const { start, padding, end: rest } = paddingOf(text, type);
  const times = Math.ceil(large / new TextEncoder().encode(padding).length);
  return { request: withText(happy, `${start}{{${long}}}${rest}`), before: fill([long, padding, times]) };
}

function largeField(happy: CaseRequest, before: Before): EdgeRequest | undefined {
  const value = jsonOf(happy.body);
  if (value === undefined || !isObject(value)) return undefined;
  return { request: { ...happy, body: jsonBody({ ...value, newmanifest: `{{${long}}}` }) }, before };
}
