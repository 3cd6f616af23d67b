import { createHash } from "node:crypto";
import { statuses } from "../http/statuses.ts";
import type { Outcome } from "./api.ts";
import { isUnmodified, type Validators, validatorsOf } from "./conditional.ts";
import { contentTypeOf, type Headers, meetHeaders } from "./declared-headers.ts";
import type { Effect } from "./effect.ts";
import { perform } from "./effects.ts";
import { encodeBody } from "./encode.ts";
import type { Exchange } from "./exchange.ts";
import { declares, isRedirect } from "./outcome.ts";
import { requestedPart } from "./range.ts";
import { redirectTarget } from "./redirect.ts";
import { refuse } from "./refuse.ts";
import type { MockResponse } from "./response.ts";
import type { Resource } from "./state.ts";
import { collectionAt, createResource } from "./store.ts";

/** Makes the response of a request that did what it asked for. */
export function finish(exchange: Exchange, outcome: Outcome, effect: Effect): MockResponse {
  const response = describe(exchange, outcome, effect);
  const { method } = exchange.operation;
  if (!isRead(method) || ![200, 206, 304].includes(response.status)) return response;
  return answerCondition(exchange, outcome, response);
}

/** What a GET of the same path would say of its version; undefined where nothing is there. */
export function currentValidators(exchange: Exchange): Validators | undefined {
  const operation = exchange.route.operations.get("GET");
  const places = exchange.places.map((place) => ({ ...place, resource: place.collection?.items.get(place.id) }));
  if (places.some(({ resource }) => !resource)) return undefined;
  if (operation?.role === "read" || operation?.role === "show") {
    const reading = { ...exchange, operation, places };
    return validatorsOf(describe(reading, operation.happy, perform(reading, operation.happy)));
  }
  const resource = places.at(-1)?.resource;
  return resource && validatorsOf({ headers: resourceHeaders(resource) });
}

function describe(exchange: Exchange, outcome: Outcome, effect: Effect): MockResponse {
  const { api, operation } = exchange;
  const status = effect.code ?? outcome.code;
  const isBodiless = statuses.get(status)?.isBodiless === true || isRedirect(status);
  const contentType = contentTypeOf(outcome.response) ?? "application/json";
  const body =
    effect.body === undefined || (isBodiless && status !== 304) ? undefined : encodeBody(effect.body, contentType);
  const location = locationOf(exchange, status, effect);
  const own: Headers = {
    ...(body ? { "Content-Type": contentType } : {}),
    ...(location === undefined ? {} : { Location: location }),
    ...(operation.method === "GET" && declares(operation, 206) ? { "Accept-Ranges": "bytes" } : {}),
    ...versionHeaders(exchange, status, { effect, body }),
  };
  const headers = meetHeaders(own, [...api.defaults.headers, ...outcome.response.headers]);
  return { status, headers, body, reason: effect.reason };
}

/** ETag and Last-Modified, on the answers that show a version (RFC 9110, 8.8). */
function versionHeaders(
  { operation }: Exchange,
  status: number,
  { effect, body }: { effect: Effect; body: Uint8Array | undefined },
): Headers {
  const { method } = operation;
  if (isRead(method) && ![200, 206, 304].includes(status)) return {};
  if ((isRead(method) || ["PUT", "PATCH"].includes(method)) && effect.resource) return resourceHeaders(effect.resource);
  return isRead(method) && body ? { ETag: tagOf(body) } : {};
}

/** HEAD is a GET whose body stays at home (RFC 9110, 9.3.2). */
function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function resourceHeaders({ entity, modifiedMs }: Resource): Headers {
  return { ETag: tagOf(JSON.stringify(entity)), "Last-Modified": new Date(modifiedMs).toUTCString() };
}

/** A strong entity tag: another content, another tag. */
function tagOf(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
}

/** Where the client goes on: to what was created, to the progress of a job, to where a redirect leads. */
function locationOf(exchange: Exchange, status: number, effect: Effect): string | undefined {
  const { api, operation } = exchange;
  const isMeant = status === 201 || status === 202 || isRedirect(status);
  if (effect.isCreated && effect.resource && isMeant) return asciiOnly(`${api.basePath}${effect.resource.path}`);
  if (status === 202 && operation.monitor) return asciiOnly(`${api.basePath}${startJob(exchange)}`);
  return isRedirect(status) ? asciiOnly(redirectTarget(exchange)) : undefined;
}

/** A path of the manifest may hold any letter; a URI reference holds ASCII (RFC 3986, 2). */
function asciiOnly(path: string): string {
  return path.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

function startJob({ state, operation, path, caller, request }: Exchange): string {
  if (!operation.monitor) return path;
  const home = operation.monitor;
  const collection = collectionAt(state, home, `${path}/jobs`);
  const sent = home.example;
  return createResource(state, home, { collection, sent, origin: "post", owner: caller.names[0], nowMs: request.nowMs })
    .path;
}

/** 304 and 206 (RFC 9110, 13.2.2: the conditions first, then the range). */
function answerCondition(exchange: Exchange, outcome: Outcome, response: MockResponse): MockResponse {
  const { request, operation, api, path } = exchange;
  const { headers, body = new Uint8Array() } = response;
  const current = validatorsOf(response);
  if (response.status === 304 || isUnmodified(request, current)) {
    const kept = Object.entries(headers).filter(([name]) => !/^content-/i.test(name));
    return { status: 304, headers: Object.fromEntries(kept), body: undefined, reason: "not modified" };
  }
  if (!declares(operation, 206)) return response;
  const length = body.byteLength;
  const part =
    requestedPart(request, length, current) ?? (outcome.code === 206 ? { first: 0, last: length - 1 } : undefined);
  if (part === undefined) return response;
  if (part === "unsatisfiable") {
    const refusal = {
      code: 416,
      reason: `there are ${length} bytes`,
      headers: { "Content-Range": `bytes */${length}` },
    };
    return refuse(refusal, { api, path });
  }
  const range = `bytes ${part.first}-${part.last}/${length}`;
  return {
    status: 206,
    headers: { ...headers, "Content-Range": range },
    body: body.subarray(part.first, part.last + 1),
    reason: "a part of it",
  };
}
