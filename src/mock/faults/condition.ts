import type { Fault } from "../fault.ts";
import { coded, headerOf, instead, isSuccess, spoil, withHeader, without } from "./answer.ts";
import { hearing, withHeaders } from "./lenient.ts";
import { all, changing, declaring, method, reading } from "./where.ts";

const partial = "the guide: 206 Partial Content for a range request that is fulfilled";

/** Conditions and ranges. */
export const conditionFaults = {
  "never-304": {
    mistake: "the whole is sent though the client has it",
    breaks: "the guide: use 304 Not Modified for conditional requests",
    at: declaring(304),
    serve: hearing((request) => withHeaders(request, { "if-none-match": undefined, "if-modified-since": undefined })),
    remedy: { declare: 304 },
  },
  "always-304": {
    mistake: "any validator is told that nothing has changed",
    breaks: "RFC 9110, 13.1.2",
    at: all(declaring(304), method("GET")),
    serve: hearing((request) =>
      request.headers.has("if-none-match") ? withHeaders(request, { "if-none-match": "*" }) : request,
    ),
    remedy: { declare: 304 },
  },
  "304-has-another-etag": {
    mistake: "the ETag of a 304 is not the one that was asked about",
    breaks: "RFC 9110, 15.4.5",
    at: declaring(304),
    serve: spoil(
      (response) => response.status === 304 && headerOf(response, "ETag") !== undefined,
      withHeader("ETag", '"other"'),
    ),
    remedy: { declare: 304 },
  },
  "304-has-a-body": {
    mistake: "a 304 has a body",
    breaks: "RFC 9110, 15.4.5: a 304 is terminated by the end of the header section",
    at: declaring(304),
    serve: spoil(coded(304), (response) => ({ ...response, breakage: "surplus" })),
    remedy: { declare: 304 },
  },
  "204-has-a-body": {
    mistake: "a 204 has a body",
    breaks: "RFC 9110, 15.3.5",
    at: declaring(204),
    serve: spoil(coded(204), (response) => ({ ...response, breakage: "surplus" })),
    remedy: { declare: 204 },
  },
  "no-validator": {
    mistake: "a read that can be asked for again has neither ETag nor Last-Modified",
    breaks: "the guide: 304 tells the client that the cached version is still valid",
    at: all(declaring(304), method("GET")),
    serve: spoil(isSuccess, without("ETag", "Last-Modified")),
    remedy: { declare: 304 },
  },
  "etag-is-unquoted": {
    mistake: "the ETag has no quotes",
    breaks: "RFC 9110, 8.8.3",
    at: reading,
    serve: spoil(isSuccess, (response, call) => {
      const etag = headerOf(response, "ETag");
      return etag === undefined ? response : withHeader("ETag", etag.replaceAll('"', ""))(response, call);
    }),
    remedy: { write: "`profile: standard`" },
  },
  "etag-stays": {
    mistake: "the ETag stays when the content changes",
    breaks: "RFC 9110, 8.8.1",
    at: all(reading, declaring(304), changing),
    serve: ({ request }, next) => {
      const known = (name: string) => (request.headers.get(name) === '"1"' ? "*" : request.headers.get(name));
      const names = { "if-none-match": known("if-none-match"), "if-match": known("if-match") };
      const response = next({ request: withHeaders(request, names) });
      const etag = Object.keys(response.headers).find((name) => name.toLowerCase() === "etag");
      return etag === undefined ? response : { ...response, headers: { ...response.headers, [etag]: '"1"' } };
    },
    remedy: { declare: 304 },
  },
  "precondition-is-ignored": {
    mistake: "a write goes ahead though its precondition does not hold",
    breaks: "RFC 9110, 13.1.1: the method must not be performed",
    at: declaring(412),
    serve: hearing((request) =>
      withHeaders(request, { "if-match": undefined, "if-unmodified-since": undefined, "if-none-match": undefined }),
    ),
    remedy: { declare: 412 },
  },
  "accept-is-ignored": {
    mistake: "what the client cannot read is sent where a 406 was promised",
    breaks: "RFC 9110, 15.5.7",
    at: declaring(406),
    serve: hearing((request) => withHeaders(request, { accept: "*/*" })),
    remedy: { declare: 406 },
  },
  "range-is-ignored": {
    mistake: "the whole is sent where a part was promised",
    breaks: partial,
    at: declaring(206),
    serve: hearing((request) => withHeaders(request, { range: undefined })),
    remedy: { declare: 206 },
  },
  "range-behind-the-end-is-200": {
    mistake: "a range behind the end gets the whole where a 416 was promised",
    breaks: "RFC 9110, 15.5.17",
    at: declaring(416),
    serve: (_, next) => {
      const response = next();
      return response.status === 416 ? { ...response, status: 200 } : response;
    },
    remedy: { declare: 416 },
  },
  "part-is-another": {
    mistake: "the part is not what stands there in the whole",
    breaks: "RFC 9110, 15.3.7",
    at: declaring(206),
    serve: spoil(coded(206), (response) => ({ ...response, body: response.body?.map((byte) => byte ^ 1) })),
    remedy: { declare: 206 },
  },
  "part-is-too-long": {
    mistake: "the part is a byte longer than Content-Range says",
    breaks: "RFC 9110, 14.4",
    at: declaring(206),
    serve: spoil(coded(206), (response) => ({
      ...response,
      body: Buffer.concat([response.body ?? new Uint8Array(), Buffer.from("x")]),
    })),
    remedy: { declare: 206 },
  },
  "no-content-range": {
    mistake: "a 206 does not say which part it is",
    breaks: "RFC 9110, 15.3.7.1",
    at: declaring(206),
    serve: spoil(coded(206), without("Content-Range")),
    remedy: { declare: 206 },
  },
  "unsatisfied-range-is-wrong": {
    mistake: "the Content-Range of a 416 is that of a part",
    breaks: "RFC 9110, 14.4",
    at: declaring(416),
    serve: spoil(coded(416), withHeader("Content-Range", "bytes 0-0/5")),
    remedy: { declare: 416 },
  },
  "head-is-404": {
    mistake: "HEAD is unknown where GET is not",
    breaks: "RFC 9110, 9.3.2: HEAD is identical to GET except that the server must not send content",
    at: method("HEAD"),
    serve: ({ request, ...call }, next) =>
      request.method === "HEAD" ? instead([200, 204], 404)({ request, ...call }, next) : next(),
    remedy: { write: "HEAD of the same path" },
  },
} as const satisfies Record<string, Fault>;
