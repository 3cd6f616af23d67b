import type { Edge } from "./edge.ts";

/** The recipes: how each code is provoked. The id is public, and the order is the order of the cases. */
export const edges = {
  "ec-auth-missing": {
    title: "without credentials",
    codes: [401],
    needs: ["credentials"],
    change: { kind: "credentials", use: "none" },
    // API gateways answer a missing key with 403, and whoever hides what there is says 404 (RFC 9110, 15.5.4).
    implied: { from: "standard", family: "401|403|404" },
    why: "no credentials were provided",
    source: "the guide: 401 when authentication is missing or invalid; RFC 9110, 15.5.2",
  },
  "ec-auth-invalid": {
    title: "with wrong credentials",
    codes: [401],
    needs: ["credentials"],
    change: { kind: "credentials", use: "wrong" },
    implied: { from: "standard", family: "401|403|404" },
    why: "the credentials are not valid",
    source: "the guide: invalid or expired access tokens, incorrect username or password; RFC 9110, 15.5.2",
  },
  "ec-auth-wrong-scheme": {
    title: "with the wrong authentication scheme",
    codes: [401],
    needs: ["credentials", "scheme"],
    change: { kind: "credentials", use: "wrong-scheme" },
    // RFC 6750, 3.1 lets a server call it a malformed request.
    also: [400],
    why: "credentials of another scheme are none",
    source: "RFC 9110, 11.6.2",
  },
  "ec-auth-other-identity": {
    title: "as {identity}",
    codes: [403],
    needs: ["other-identity"],
    change: { kind: "identity" },
    why: "the identity is authenticated and has no permission",
    source: "the guide: 403 means authenticated but without permission; RFC 9110, 15.5.4",
  },
  "ec-if-none-match-current": {
    title: "when nothing has changed",
    codes: [304],
    methods: ["GET", "HEAD"],
    needs: [],
    change: { kind: "validator" },
    why: "the client's copy is still current",
    source: "the guide: 304 for conditional requests; RFC 9110, 13.1.2",
  },
  "ec-range-first-bytes": {
    title: "for the first byte only",
    codes: [206],
    methods: ["GET"],
    needs: [],
    change: { kind: "header", name: "Range", value: "bytes=0-0" },
    why: "one part of the representation was asked for",
    source: "the guide: range request fulfilled; RFC 9110, 14.2",
  },
  "ec-range-unsatisfiable": {
    title: "for a range beyond the end",
    codes: [416],
    methods: ["GET"],
    needs: [],
    change: { kind: "header", name: "Range", value: "bytes=999999999-" },
    why: "the range lies outside of the representation",
    source: "RFC 9110, 15.5.17",
  },
  "ec-json-malformed": {
    title: "when the body is not JSON",
    // An API that declares 422 alone speaks of invalid bodies: to one that cannot be parsed 400 is right as well.
    codes: [400],
    policy: "malformed",
    alsoIfDeclared: [422],
    needs: ["json-body"],
    change: { kind: "malformed-body" },
    implied: { from: "standard", family: "400|422" },
    why: "the body cannot be parsed",
    source: "the guide: 400 for malformed JSON; RFC 9110, 15.5.1",
  },
  "ec-field-missing-required": {
    title: "when {field} is missing",
    codes: [422, 400],
    // A PATCH without a field leaves the field alone (RFC 7396).
    methods: ["POST", "PUT"],
    policy: "validation",
    // The guide calls a missing field a 400 in one place and a 422 in another.
    alsoIfDeclared: [400],
    needs: ["fields"],
    change: { kind: "missing-field" },
    implied: { from: "standard", family: "400|422", needs: ["known-required"] },
    why: "a required field was left out; if it is optional, list it in `optional`",
    source: "the guide: 422 when the syntax is right and the meaning is not; RFC 9110, 15.5.21",
  },
  "ec-field-wrong-type": {
    title: "when {field} has a wrong type",
    codes: [422, 400],
    policy: "validation",
    alsoIfDeclared: [400],
    needs: ["json-body", "fields"],
    change: { kind: "wrong-type" },
    // Without a declared code all that is owed is that bad data is no server error.
    implied: { from: "standard", family: "2xx|3xx|4xx", once: true, isWhateverPolicy: true },
    why: "a field has a value of another type",
    source: "the guide: invalid data is the client's error, never a 500; RFC 9110, 15.5.21",
  },
  "ec-id-unknown": {
    title: "when there is no such {param}",
    codes: [404],
    needs: ["path-parameter"],
    change: { kind: "unknown-id" },
    // PUT and PATCH may create (RFC 5789, 2), DELETE may be indifferent, and a literal value need not be an id at all. A
    // server that has rules for its ids may say that this one breaks them.
    implied: { from: "standard", family: "404|410|403|400|422", methods: ["GET"], needs: ["created-id"] },
    why: "nothing has that id",
    source: "the guide: 404 when the resource does not exist; RFC 9110, 15.5.5",
  },
  "ec-method-undeclared": {
    title: "with {method} instead",
    codes: [405],
    policy: "wrongMethod",
    needs: ["undeclared-method"],
    change: { kind: "method" },
    // Half of the frameworks answer 404 to a wrong method, and 501 is for methods unknown to all of the server. What has moved
    // has moved for every method, and one that is there without being declared refuses the empty object in its own words.
    implied: { from: "thorough", family: "3xx|4xx|501" },
    why: "the resource does not have this method",
    source: "the guide: 405 when the method is not supported for this endpoint; RFC 9110, 15.5.6",
  },
  "ec-accept-unsupported": {
    title: "when no acceptable media type is left",
    codes: [406],
    needs: [],
    change: { kind: "header", name: "Accept", value: "application/x-newmanifest" },
    // A server may ignore Accept (RFC 9110, 12.4.1).
    implied: { from: "thorough", family: "406|415|400|2xx|3xx", methods: ["GET"] },
    why: "the client accepts a media type that the server does not have",
    source: "RFC 9110, 15.5.7",
  },
  "ec-duplicate-create": {
    title: "when the same {thing} exists already",
    codes: [409],
    methods: ["POST"],
    needs: ["creates", "json-body"],
    change: { kind: "repeat" },
    why: "it exists already",
    source: "the guide: 409 when the resource already exists; RFC 9110, 15.5.10",
  },
  "ec-if-match-stale": {
    title: "when it has changed since it was read",
    codes: [412],
    needs: [],
    change: { kind: "header", name: "If-Match", value: '"newmanifest-stale"' },
    why: "the condition of the request does not hold",
    source: "RFC 9110, 13.1.1",
  },
  "ec-ct-unsupported": {
    title: "when the media type of the body is not supported",
    codes: [415],
    needs: ["body"],
    change: { kind: "header", name: "Content-Type", value: "application/x-newmanifest" },
    // Frameworks that never look at Content-Type parse it all the same, and then it may exist already.
    implied: { from: "thorough", family: "415|400|406|409|422|2xx|3xx" },
    why: "the server does not know this media type",
    source: "the guide: 415 when the type is not allowed; RFC 9110, 15.5.16",
  },
  "ec-deleted-get": {
    title: "after it was deleted",
    codes: [410, 404],
    methods: ["GET", "HEAD"],
    needs: ["deletable"],
    change: { kind: "after-delete" },
    implied: { from: "standard", family: "404|410|403" },
    why: "it was deleted",
    source: "the guide: 404 because the resource was deleted, 410 when intentionally so; RFC 9110, 15.5.5",
  },
  "ec-deleted-delete": {
    title: "when it is deleted again",
    codes: [410, 404],
    methods: ["DELETE"],
    policy: "deleteMissing",
    needs: ["deletable"],
    change: { kind: "after-delete" },
    // Whether a second DELETE is an error is a matter of taste; that it is no server error is not.
    implied: { from: "standard", family: "404|410|403|2xx" },
    why: "it is already gone",
    source: "the guide: 404 when the resource is already gone; RFC 9110, 9.3.5",
  },
} as const satisfies Record<string, Edge>;

export type EdgeId = keyof typeof edges;

/** What to write in the manifest when no edge provokes a declared code at an endpoint. */
export const remedies: ReadonlyMap<number, string> = new Map([
  [401, "the endpoint is public: say what is wrong with the request, `401: { when: { ... } }`"],
  [403, "say who is refused: `403: { when: { as: <identity> } }`"],
  [404, "there is no path parameter: say what is unknown, `404: { when: { query: { ... } } }`"],
  [409, "say what conflicts: `409: { when: { body: { ... } } }`, or write a flow"],
  [429, "say how many requests at once exceed the limit: `429: { burst: 20 }`"],
]);
