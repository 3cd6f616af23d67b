import type { Fault } from "../fault.ts";
import { withoutField } from "../json.ts";
import { nullSent, numbersAsTexts, renameLast, withNaN } from "./altered.ts";
import { coded, everyObject, isContent, jsonOf, rewrite, spoil, withHeader, without } from "./answer.ts";
import { all, counting, creating, declaring, describing, either, fielded, showing, updating } from "./where.ts";

const typed = "the guide: Content-Type specifies the response format; RFC 9110, 8.3";

/** Bodies that are not what they say, or say nothing. */
export const contentFaults = {
  "no-content-type": {
    mistake: "a body comes without Content-Type",
    breaks: typed,
    at: showing,
    serve: spoil(isContent, without("Content-Type")),
    remedy: { write: "`profile: standard`" },
  },
  "content-type-is-broken": {
    mistake: "Content-Type is no media type",
    breaks: "RFC 9110, 8.3.1",
    at: showing,
    serve: spoil(isContent, withHeader("Content-Type", "json")),
    remedy: { write: "`profile: standard`" },
  },
  "json-is-called-xml": {
    mistake: "JSON is sent as XML",
    breaks: typed,
    at: showing,
    serve: spoil(
      (response, call) => isContent(response, call) && jsonOf(response) !== undefined,
      withHeader("Content-Type", "application/xml"),
    ),
    remedy: { write: "`profile: standard`" },
  },
  "json-is-cut": {
    mistake: "the end of the JSON is missing",
    breaks: "RFC 8259, 2",
    at: showing,
    serve: spoil(
      (response, call) => isContent(response, call) && jsonOf(response) !== undefined,
      (response) => ({ ...response, body: response.body?.subarray(0, -1) }),
    ),
    remedy: { declare: 200 },
  },
  "json-has-nan": {
    mistake: "a number that is none is written as NaN",
    breaks: "RFC 8259, 6",
    at: showing,
    serve: spoil(
      (response, call) => isContent(response, call) && typeof jsonOf(response) === "object",
      (response) => ({ ...response, body: Buffer.from(withNaN(Buffer.from(response.body ?? []).toString())) }),
    ),
    remedy: { declare: 200 },
  },
  "content-is-empty": {
    mistake: "a success that should show something has an empty body",
    breaks: "the guide: 200 indicates that the server returned the requested data",
    at: describing,
    serve: spoil(isContent, (response) => ({ ...response, body: new Uint8Array() })),
    remedy: { write: "an example `body` under the success code" },
  },
  "field-is-renamed": {
    mistake: "a field of the body has another name",
    breaks: "the manifest: its example says what the body is like",
    at: describing,
    serve: spoil(
      isContent,
      rewrite((body) => everyObject(body, renameLast)),
    ),
    remedy: { write: "an example `body` under the success code" },
  },
  "numbers-are-texts": {
    mistake: "numbers are sent as texts",
    breaks: "the manifest: its example says what the body is like",
    at: counting,
    serve: spoil(
      isContent,
      rewrite((body) => everyObject(body, numbersAsTexts)),
    ),
    remedy: { write: "an example `body` under the success code" },
  },
  "sent-fields-are-null": {
    mistake: "the answer to a create shows null for what was sent",
    breaks: "RFC 9110, 9.3.3: the answer describes the result",
    at: all(either(creating, updating), fielded),
    serve: spoil(
      isContent,
      rewrite((body, { request }) => everyObject(body, nullSent(request.body ?? new Uint8Array()))),
    ),
    remedy: { declare: 201 },
  },
  "batch-without-statuses": {
    mistake: "a 207 does not say what became of each item",
    breaks: "the guide: use 207 to return individual status codes for each item in the batch",
    at: declaring(207),
    serve: spoil(
      coded(207),
      rewrite((body) => everyObject(body, (object) => withoutField(object, "status"))),
    ),
    remedy: { declare: 207 },
  },
} as const satisfies Record<string, Fault>;
