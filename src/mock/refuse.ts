import { statuses } from "../http/statuses.ts";
import type { Json, ResponseExpectation } from "../manifest/model.ts";
import type { Api, Operation } from "./api.ts";
import { commonHeaders } from "./common-headers.ts";
import { contentTypeOf, type Headers, meetHeaders } from "./declared-headers.ts";
import { encodeBody } from "./encode.ts";
import { type ErrorBody, errorBody } from "./error-body.ts";
import { undeclared } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";
import { mergeEquals } from "./represent.ts";
import type { MockResponse } from "./response.ts";

/** Headers that a code owes its client when nothing else supplies them. */
const owedHeaders: ReadonlyMap<number, Headers> = new Map<number, Headers>([
  // The server waits no longer (RFC 9110, 15.5.9).
  [408, { Connection: "close" }],
  [407, { "Proxy-Authenticate": 'Basic realm="proxy"' }],
  [426, { Upgrade: "HTTP/2.0", Connection: "Upgrade" }],
  [429, { "Retry-After": "1" }],
  [503, { "Retry-After": "1" }],
]);

/** What a refusal is worded with. */
export interface RefuseFacts {
  readonly api: Api;
  /** Of the request, without the query. */
  readonly path: string;
  /** What the manifest says of this code here. */
  readonly declared?: ResponseExpectation;
  readonly headers?: Headers;
  /** What would have answered. */
  readonly operation?: Operation;
}

/** Makes the response of a refusal. */
export function refuse(refusal: Refusal, { api, path, declared, headers = {}, operation }: RefuseFacts): MockResponse {
  const response = refusal.response ?? declared ?? undeclared;
  const { type, body } = wordError(refusal, response, { api, path });
  const isBodiless = statuses.get(refusal.code)?.isBodiless === true;
  const contentType = contentTypeOf(response) ?? type;
  const own: Headers = {
    ...commonHeaders(refusal.code, operation),
    ...(isBodiless ? {} : { "Content-Type": contentType }),
    ...owedHeaders.get(refusal.code),
    ...headers,
    ...refusal.headers,
  };
  return {
    status: refusal.code,
    headers: meetHeaders(own, [...api.defaults.headers, ...response.headers]),
    body: isBodiless ? undefined : encodeBody(body, contentType),
    reason: refusal.reason,
  };
}

/** A declared body of this answer comes before the general form of errors. */
function wordError(refusal: Refusal, response: ResponseExpectation, { api, path }: RefuseFacts): ErrorBody {
  const general = errorBody(refusal, api.defaults.errors, path);
  const shown: Json | undefined = response.body;
  const body = mergeEquals(shown ?? general.body, response.equals);
  return { type: shown === undefined ? general.type : "application/json", body };
}
