import type { Lint } from "../lint.ts";

/** Who is let in: 401 and 403. */
export const accessLints = {
  "lint-401-403-confused": {
    level: "warning",
    finds: "401 and 403 look exchanged: without credentials it is 401, without permission 403",
    fix: "swap the two",
    why: "a client that gets 401 logs in again; one that gets 403 knows that this does not help",
    source: "the guide: confusing 401 and 403; RFC 9110, 15.5.2 and 15.5.4",
    codes: [401, 403],
    trap: "API gateways answer a missing key with 403",
  },
  "lint-auth-without-401": {
    level: "warning",
    finds: "it takes credentials and does not declare 401",
    fix: "add 401, or public: true",
    why: "whoever needs credentials has to be told when they are missing or not valid",
    source: "the guide: authentication failures should return 401 Unauthorized",
    codes: [401],
  },
  "lint-401-without-auth": {
    level: "warning",
    finds: "401 is declared, and the request carries no credentials that could be wrong",
    fix: "declare auth, or say with `when` what is refused",
    why: "nothing of this request can fail to authenticate",
    source: "RFC 9110, 15.5.2",
    codes: [401],
  },
  "lint-auth-without-403": {
    level: "warning",
    finds: "it asks for an identity of its own and does not declare 403",
    fix: "add 403, or 404 where it hides what there is",
    why: "an endpoint for few has to refuse the others, and only a test shows that it does",
    source: "the guide: 403 when the resource requires elevated privileges",
    codes: [403],
  },
  "lint-401-without-www-authenticate": {
    level: "error",
    finds: "WWW-Authenticate is expected to be absent from a 401",
    fix: "remove WWW-Authenticate: false",
    why: "a 401 must say how to authenticate",
    source: "RFC 9110, 15.5.2",
    codes: [401],
    trap: "API keys and cookies have no registered scheme to name: nothing is found there",
  },
  "lint-enumeration-404-on-reset": {
    level: "warning",
    finds: "a password reset tells with 404 which addresses are known",
    fix: "answer 200 or 202 in both cases",
    why: "whoever can ask learns who has an account",
    source: "OWASP, Forgot Password Cheat Sheet",
    codes: [404],
    trap: "the guide lists 404 for an address that is not found; it is a choice between comfort and silence",
  },
} as const satisfies Record<string, Lint>;
