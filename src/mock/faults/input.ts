import type { Fault } from "../fault.ts";
import { coded, jsonOf, refused, spoil, withStatus } from "./answer.ts";
import { accepting, blindTo, withHeaders, withoutBodyRules, withoutRequired, withoutTypes } from "./lenient.ts";
import { declaring, everywhere, judging, requiring } from "./where.ts";

const invalid = "the guide: validation errors should return 400 Bad Request, or 422, with field-level details";
const malformed = "the guide: 400 where the server couldn't understand the request due to malformed JSON";

/** What comes in and is not looked at. */
export const inputFaults = {
  "nothing-is-validated": {
    mistake: "any body is taken",
    breaks: invalid,
    at: judging,
    serve: accepting(withoutBodyRules),
    remedy: { declare: 400 },
  },
  "missing-field-is-taken": {
    mistake: "a required field may be left out",
    breaks: invalid,
    at: requiring,
    serve: accepting(withoutRequired),
    remedy: { declare: 422 },
  },
  "wrong-type-is-taken": {
    mistake: "a field may be of any type",
    breaks: invalid,
    at: requiring,
    serve: accepting(withoutTypes),
    remedy: { declare: 422 },
  },
  "invalid-is-500": {
    mistake: "a field that is wrong is a 500",
    breaks: "the guide: don't return 500 when the client sends invalid data",
    at: requiring,
    serve: (call, next) => {
      const response = next();
      const isReadable = jsonOf(call.request) !== undefined;
      return isReadable && [400, 422].includes(response.status) ? refused(500, call) : response;
    },
    remedy: { declare: 422 },
  },
  "malformed-is-500": {
    mistake: "a body that is no JSON is a 500",
    breaks: malformed,
    at: judging,
    serve: (call, next) => {
      const response = next();
      return jsonOf(call.request) === undefined && [400, 422].includes(response.status) ? refused(500, call) : response;
    },
    remedy: { declare: 400 },
  },
  "malformed-is-taken": {
    mistake: "a body that is no JSON counts as none, and is taken",
    breaks: malformed,
    at: judging,
    serve: ({ operation, request }, next) =>
      next(operation && jsonOf(request) === undefined ? { operation: withoutBodyRules(operation) } : {}),
    remedy: { declare: 400 },
  },
  "malformed-is-dropped": {
    mistake: "a body that is no JSON ends the connection: the process has crashed",
    breaks: "the guide: catch exceptions and return appropriate status codes",
    at: judging,
    serve: (call, next) => {
      const response = next();
      const isBroken = jsonOf(call.request) === undefined && [400, 422].includes(response.status);
      return isBroken ? { ...response, breakage: "dropped" } : response;
    },
    remedy: { declare: 400 },
  },
  "any-media-type-is-taken": {
    mistake: "a body of an unknown media type is read as JSON",
    breaks: "the guide: 415 where the file type is not allowed",
    at: declaring(415),
    serve: ({ operation, request }, next) => {
      const type = operation?.body?.kind === "raw" ? operation.body.contentType : "application/json";
      return next({ request: withHeaders(request, { "content-type": type, "content-encoding": undefined }) });
    },
    remedy: { declare: 415 },
  },
  "any-size-is-taken": {
    mistake: "a body of any size is taken",
    breaks: "the guide: 413 where the file exceeds the size limit",
    at: declaring(413),
    serve: spoil(coded(413), withStatus(201)),
    remedy: { declare: 413 },
  },
  "business-rules-are-not-checked": {
    mistake: "what is readable and makes no sense is done",
    breaks: "the guide: 422 for valid JSON with business rule violations",
    at: ({ expect }) => expect.some(({ codes, when }) => when !== undefined && codes.codes.some(isBusiness)),
    serve: accepting((operation) => ({
      ...operation,
      expect: operation.expect.filter(({ codes, when }) => !(when !== undefined && codes.codes.some(isBusiness))),
    })),
    remedy: { write: "400 or 422 with a `when`" },
  },
  "conflict-of-a-flow-is-not-seen": {
    mistake: "what was done already is done again",
    breaks: "the guide: 409 where the order is already processed",
    at: ({ steps }) => steps.some(({ outcome }) => outcome.code === 409 || outcome.code === 402),
    serve: blindTo(402, 409),
    remedy: { declare: 409 },
  },
  "broken-encoding-is-500": {
    mistake: "a broken percent sign in the URL is a 500",
    breaks: "the guide: don't return 500 Internal Server Error when the client sends invalid data",
    at: everywhere,
    serve: (call, next) => {
      const isBroken = call.target.isQueryBroken || call.target.segments === undefined;
      return isBroken ? refused(500, call) : next();
    },
    remedy: { write: "`profile: standard`" },
  },
  "null-is-500": {
    mistake: "null in the place of the body is a 500",
    breaks: "the guide: don't return 500 when the client sends invalid data",
    at: judging,
    serve: (call, next) => {
      const text = Buffer.from(call.request.body ?? [])
        .toString()
        .trim();
      return text === "null" ? refused(500, call) : next();
    },
    remedy: { write: "`profile: standard`" },
  },
} as const satisfies Record<string, Fault>;

function isBusiness(code: number): boolean {
  return code === 400 || code === 422 || code === 404 || code === 409;
}
