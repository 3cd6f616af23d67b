import type { Lint } from "../lint.ts";

/** Failures with a code that says something else (4xx, 5xx). */
export const failureLints = {
  "lint-500-for-client-error": {
    level: "error",
    finds: "the request is at fault, and the answer is to be a server error",
    fix: "use a 4xx",
    why: "5xx says that the request was right and may be sent again",
    source: "the guide: returning 500 for client errors; RFC 9110, 15.6",
    codes: [500],
  },
  "lint-400-for-everything": {
    level: "warning",
    finds: "400 is the only failure that the manifest declares",
    fix: "use 401, 403, 404, 409, 422 where they say more",
    why: "a client cannot tell a wrong id from a wrong body",
    source: "the guide: don't default to 400 Bad Request for all failures",
    codes: [400],
  },
  "lint-402-outside-payment": {
    level: "hint",
    finds: "402 is declared, and nothing here speaks of payment",
    fix: "use 403, or say in summary what is to be paid",
    why: "402 is reserved, and clients take it for a declined payment",
    source: "RFC 9110, 15.5.3",
    codes: [402],
  },
  "lint-405-declared-per-operation": {
    level: "warning",
    finds: "405 is expected of a method that the manifest declares for this path",
    fix: "use a method that the path does not have, or 409 where the state forbids it",
    why: "405 says that the resource never has this method",
    source: "RFC 9110, 15.5.6",
    codes: [405],
  },
  "lint-408-for-upstream": {
    level: "warning",
    finds: "408 is declared for a service behind this one",
    fix: "use 504",
    why: "408 says that the client was too slow to send its request",
    source: "RFC 9110, 15.5.9; the guide names 408 here, against the RFC",
    codes: [408, 504],
  },
  "lint-410-without-gone-example": {
    level: "hint",
    finds: "410 is declared, and nothing is deleted that could be gone",
    fix: "add `when` with the id of something gone, or declare DELETE",
    why: "410 cannot be proven without something that existed",
    source: "the guide: 410 when permanently removed; RFC 9110, 15.5.11",
    codes: [410],
  },
  "lint-412-vs-409": {
    level: "warning",
    finds: "a failed If-Match is to give 409",
    fix: "use 412, or set policy: { stale: 409 }",
    why: "412 says that the client's own condition did not hold",
    source: "RFC 9110, 13.1.1 and 15.5.13",
    codes: [409, 412],
    trap: "Google's AIP-154 answers 409",
  },
} as const satisfies Record<string, Lint>;
