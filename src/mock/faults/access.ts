import { identifyCaller } from "../caller.ts";
import type { Call, Fault } from "../fault.ts";
import { instead, jsonOf, refused } from "./answer.ts";
import { accepting } from "./lenient.ts";
import { trustingAnybody } from "./memory.ts";
import { all, declaring, guarded, method, owned, privileged, reading, readingJson } from "./where.ts";

const authenticated = "the guide: 401 signals that authentication is required and wasn't provided or was invalid";

/** Doors that are open. */
export const accessFaults = {
  "reads-are-open": {
    mistake: "a read asks for no credentials",
    breaks: authenticated,
    at: all(guarded, method("GET", "HEAD")),
    serve: accepting((operation) => ({ ...operation, identities: [] })),
    remedy: { declare: 401 },
  },
  "writes-are-open": {
    mistake: "a write asks for no credentials",
    breaks: authenticated,
    at: all(guarded, method("POST", "PUT", "PATCH", "DELETE")),
    serve: accepting((operation) => ({ ...operation, identities: [] })),
    remedy: { declare: 401 },
  },
  "any-token-is-taken": {
    mistake: "credentials are asked for and not looked at",
    breaks: authenticated,
    at: guarded,
    serve: (call, next) => {
      const { operation } = call;
      return next(operation && isStranger(call) ? { operation: { ...operation, identities: [] } } : {});
    },
    remedy: { declare: 401 },
  },
  "bad-token-is-500": {
    mistake: "a token that is none is a 500",
    breaks: "the guide: invalid or expired access tokens are a 401",
    at: guarded,
    serve: (call, next) => (isStranger(call) ? refused(500, call) : next()),
    remedy: { declare: 401 },
  },
  "everybody-is-admin": {
    mistake: "what only one identity may do anybody may do who is logged in",
    breaks: "the guide: 403 where the resource requires elevated privileges",
    at: privileged,
    serve: ({ operation, api }, next) => {
      const everybody = [...(operation?.identities ?? []), ...api.identities.map(({ name }) => name)];
      return next(operation && { operation: { ...operation, identities: [...new Set(everybody)] } });
    },
    remedy: { declare: 403 },
  },
  "anybody-owns-it": {
    mistake: "a resource of somebody else is shown and changed",
    breaks: "the guide: 403 where the user lacks permission to access the resource",
    at: owned,
    serve: trustingAnybody,
    remedy: { declare: 403 },
  },
  "conditions-of-403-are-not-checked": {
    mistake: "an account that is suspended, or an address that is not allowed, is let in",
    breaks: "the guide: 403 where the account is suspended or restricted",
    at: ({ expect }) => expect.some(({ codes, when }) => codes.codes.includes(403) && when !== undefined),
    serve: accepting((operation) => ({
      ...operation,
      expect: operation.expect.filter(({ codes, when }) => !(codes.codes.includes(403) && when)),
    })),
    remedy: { write: "403 with a `when`" },
  },
  "refused-read-shows-it": {
    mistake: "a 401 has the resource in its body",
    breaks: "the guide: keep sensitive data secure",
    at: all(guarded, readingJson, declaring(200)),
    serve: (call, next) => {
      const response = next();
      if (response.status !== 401 || !call.operation) return response;
      const shown = next({ operation: { ...call.operation, identities: [] } });
      return jsonOf(shown) === undefined || shown.status !== 200 ? response : { ...response, body: shown.body };
    },
    remedy: { declare: 401 },
  },
  "unknown-is-401": {
    mistake: "an unknown id is a 401",
    breaks: "the guide: 404 when resources don't exist",
    at: all(guarded, reading),
    serve: instead([404], 401),
    remedy: { declare: 404 },
  },
} as const satisfies Record<string, Fault>;

/** Whether somebody shows credentials that nobody has. */
function isStranger({ request, target, api, state }: Call): boolean {
  const { names, presented } = identifyCaller(request, target, { api, state });
  return names.length === 0 && presented !== "";
}
