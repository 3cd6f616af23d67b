import type { Fault } from "../fault.ts";
import { chain, coded, instead, isRefusal, spoil, withHeader, withStatus, withText } from "./answer.ts";
import { all, creating, declaring, either, guarded, method, picking, reading, refusing, removing } from "./where.ts";

const specific = "the guide: be specific within each class";

/** Wrong codes: the common mistakes of the guide. */
export const statusFaults = {
  "always-200": {
    mistake: "an error is answered with 200 and the error in the body",
    breaks: "the guide: don't return 200 OK for failed operations",
    at: refusing,
    serve: spoil(isRefusal, chain(withStatus(200), withText('{"success":false,"error":"it failed"}'))),
    remedy: { write: "the error codes" },
  },
  "always-400": {
    mistake: "every error of the client is a 400",
    breaks: specific,
    at: either(guarded, picking),
    serve: instead([401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 416, 422, 429], 400),
    remedy: { declare: 404 },
  },
  "always-500": {
    mistake: "every error of the client is a 500",
    breaks: "the guide: don't return 500 when the client sends invalid data",
    at: refusing,
    serve: instead([400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 416, 422, 429], 500),
    remedy: { declare: 404 },
  },
  "missing-is-500": {
    mistake: "an unknown id is a 500",
    breaks: "the guide: 404 when resources don't exist",
    at: picking,
    serve: instead([404, 410], 500),
    remedy: { declare: 404 },
  },
  "missing-is-200": {
    mistake: "an unknown id is answered with 200 and null",
    breaks: "the guide: 404 means the requested resource doesn't exist",
    at: all(reading, picking),
    serve: spoil(coded(404, 410), chain(withStatus(200), withText("null"))),
    remedy: { declare: 404 },
  },
  "missing-is-204": {
    mistake: "an unknown id is read with 204",
    breaks: "the guide: 404 means the requested resource doesn't exist",
    at: all(reading, picking),
    serve: spoil(coded(404, 410), (response) => ({ ...response, status: 204, body: undefined, headers: {} })),
    remedy: { declare: 404 },
  },
  "conflict-is-500": {
    mistake: "what exists already is a 500",
    breaks: "the guide: 409 when the resource already exists",
    at: declaring(409),
    serve: instead([409], 500),
    remedy: { declare: 409 },
  },
  "conflict-is-400": {
    mistake: "what exists already is a 400",
    breaks: "the guide: 409 when the resource already exists",
    at: declaring(409),
    serve: instead([409], 400),
    remedy: { declare: 409 },
  },
  "forbidden-is-401": {
    mistake: "who may not do it is told to log in",
    breaks: "the guide: don't use 401 for authorization failures",
    at: declaring(403),
    serve: instead([403], 401),
    remedy: { declare: 403 },
  },
  "unauthorized-is-403": {
    mistake: "who has not logged in is told that it may not",
    breaks: "the guide: use 401 when authentication is missing or invalid",
    at: guarded,
    serve: instead([401], 403),
    remedy: { declare: 401 },
  },
  "unauthorized-is-redirect": {
    mistake: "who has not logged in is sent to a login page",
    breaks: "the guide: 401 when authentication is missing or invalid",
    at: guarded,
    serve: spoil(coded(401), chain(withStatus(302), withHeader("Location", "/login"))),
    remedy: { declare: 401 },
  },
  "created-is-200": {
    mistake: "a create is answered with 200",
    breaks: "the guide: 201 when you create a new resource",
    at: creating,
    serve: spoil(coded(201), withStatus(200)),
    remedy: { declare: 201 },
  },
  "read-is-201": {
    mistake: "a read is answered with 201",
    breaks: "the guide: 200 for operations that retrieve resources",
    at: all(method("GET"), declaring(200)),
    serve: spoil(coded(200), withStatus(201)),
    remedy: { declare: 200 },
  },
  "deleted-is-200-empty": {
    mistake: "a delete is answered with 200 and nothing",
    breaks: "the guide: 204 when there is no data to return",
    at: all(removing, declaring(204)),
    serve: spoil(coded(204), withStatus(200)),
    remedy: { declare: 204 },
  },
  "deleted-again-is-500": {
    mistake: "the second DELETE is a 500",
    breaks: "the guide: 404 where the resource is already gone",
    at: removing,
    serve: instead([404, 410], 500),
    remedy: { declare: 404 },
  },
  "accepted-is-200": {
    mistake: "what is only accepted is answered as if it were done",
    breaks: "the guide: 202 when processing hasn't been completed yet",
    at: declaring(202),
    serve: spoil(coded(202), withStatus(200)),
    remedy: { declare: 202 },
  },
  "batch-is-200": {
    mistake: "a batch that failed in part is answered with 200",
    breaks: "the guide: use 207 for partial success in batch operations",
    at: declaring(207),
    serve: spoil(coded(207), withStatus(200)),
    remedy: { declare: 207 },
  },
} as const satisfies Record<string, Fault>;
