import type { Lint } from "../lint.ts";

/** Methods that do not fit what is done. */
export const methodLints = {
  "lint-method-semantics-get-write": {
    level: "warning",
    finds: "the path of a GET names a change",
    fix: "use POST, PUT, PATCH or DELETE",
    why: "clients, crawlers and caches repeat GET as they like",
    source: "the guide: use POST for creation, GET for retrieval; RFC 9110, 9.2.1",
  },
  "lint-method-post-read": {
    level: "hint",
    finds: "the path of a POST names a reading",
    fix: "use GET",
    why: "what is read with POST is not cached, and not repeated after a fault",
    source: "the guide: GET for retrieval; RFC 9110, 9.3.1",
  },
  "lint-get-with-body": {
    level: "warning",
    finds: "a body is sent where it has no meaning",
    fix: "use query, or POST",
    why: "servers and proxies drop or refuse a body with GET, HEAD and DELETE",
    source: "RFC 9110, 9.3.1, 9.3.2 and 9.3.5",
  },
  "lint-post-without-body": {
    level: "warning",
    finds: "it creates or changes something, and no body says what",
    fix: "add body: { ... }",
    why: "without an example of a valid body no wrong one can be made from it",
    source: "RFC 9110, 9.3.3 and 9.3.4; RFC 5789, 2",
  },
  "lint-patch-content-type": {
    level: "hint",
    finds: "PATCH sends application/json, which does not say how to apply it",
    fix: "use Content-Type: application/merge-patch+json, or json-patch+json",
    why: "null removes a member in a merge patch, and is a value elsewhere",
    source: "RFC 5789, 2; RFC 7396",
  },
  "lint-idempotency-key-missing": {
    level: "hint",
    finds: "a payment is made with POST and without Idempotency-Key",
    fix: "consider an Idempotency-Key header",
    why: "a client that got no answer cannot know whether it paid",
    source: "RFC 9110, 9.2.2; draft-ietf-httpapi-idempotency-key-header",
  },
  "lint-destructive-unmarked": {
    level: "warning",
    finds: "the suite deletes something that it did not create",
    fix: "let its id come from a POST, or set readOnly: true for environments that matter",
    why: "run against the wrong environment, it takes away what somebody needs",
    source: "RFC 9110, 9.3.5",
  },
} as const satisfies Record<string, Lint>;
