import { statuses } from "../http/statuses.ts";
import type { Outcome } from "./api.ts";
import { commonHeaders } from "./common-headers.ts";
import { type Validators, validatorsOf } from "./conditional.ts";
import { contentTypeOf, type Headers, meetHeaders } from "./declared-headers.ts";
import type { Effect } from "./effect.ts";
import { perform } from "./effects.ts";
import { encodeBody } from "./encode.ts";
import type { Exchange } from "./exchange.ts";
import { locationOf } from "./location.ts";
import { narrow } from "./narrow.ts";
import { declares, isRedirect, isSuccess } from "./outcome.ts";
import type { MockResponse } from "./response.ts";
import type { StoredFile } from "./state.ts";
import { resourceVersion, shownVersion, updatedVersion } from "./version.ts";

/** Makes the response of a request that did what it asked for. */
export function finish(exchange: Exchange, outcome: Outcome, effect: Effect): MockResponse {
  const response = describe(exchange, outcome, effect);
  return isRead(exchange) && isShown(response.status) ? narrow(exchange, outcome, response) : response;
}

/** What a GET of the same path would say of its version; undefined where nothing is there. */
export function currentValidators(exchange: Exchange): Validators | undefined {
  const operation = exchange.route.operations.get("GET");
  const places = exchange.places.map((place) => ({ ...place, resource: place.collection?.items.get(place.id) }));
  if (places.some(({ resource }) => !resource)) return undefined;
  if (operation && isShown(operation.happy.code)) {
    const reading = { ...exchange, operation, places };
    return validatorsOf(describe(reading, operation.happy, perform(reading, operation.happy)));
  }
  const resource = places.at(-1)?.resource;
  return resource && resourceVersion(resource);
}

function describe(exchange: Exchange, outcome: Outcome, effect: Effect): MockResponse {
  const { api, operation } = exchange;
  const status = effect.code ?? outcome.code;
  const content = contentOf(outcome, effect, status);
  const location = locationOf(exchange, status, effect);
  const own: Headers = {
    ...commonHeaders(status, operation),
    ...(content ? { "Content-Type": content.type } : {}),
    ...(location === undefined ? {} : { Location: location }),
    ...effect.headers,
    ...(hasRanges(exchange) ? { "Accept-Ranges": "bytes" } : {}),
    ...versionOf(exchange, status, { effect, body: content?.bytes }),
  };
  const headers = meetHeaders(own, [...api.defaults.headers, ...outcome.response.headers]);
  return { status, headers, body: content?.bytes, reason: effect.reason };
}

/** The bytes of the body and what they are. */
function contentOf({ response }: Outcome, { body, file }: Effect, status: number): StoredFile | undefined {
  const isBodiless = statuses.get(status)?.isBodiless === true || isRedirect(status);
  if (body === undefined || (isBodiless && status !== 304)) return undefined;
  const type = contentTypeOf(response) ?? file?.type ?? "application/json";
  return { type, bytes: file?.bytes ?? encodeBody(body, type) };
}

function versionOf(
  exchange: Exchange,
  status: number,
  { effect, body }: { effect: Effect; body: Uint8Array | undefined },
): Headers {
  if (isRead(exchange)) return isShown(status) && body ? shownVersion(exchange, effect, body) : {};
  const isUpdate = ["PUT", "PATCH"].includes(exchange.operation.method) && isSuccess(status);
  return isUpdate ? updatedVersion(exchange, effect, currentValidators(exchange)) : {};
}

/** HEAD is a GET whose body stays at home (RFC 9110, 9.3.2). */
function isRead({ operation }: Pick<Exchange, "operation">): boolean {
  return operation.method === "GET" || operation.method === "HEAD";
}

function isShown(status: number): boolean {
  return status === 200 || status === 206 || status === 304;
}

/** Whether parts of it can be asked for. */
export function hasRanges({ operation }: Exchange): boolean {
  return isRead({ operation }) && (declares(operation, 206) || declares(operation, 416));
}
