import { describe, expect, it } from "vitest";
import type { Lint } from "../../src/http/lint.ts";
import { lints } from "../../src/http/lints.ts";
import { statuses } from "../../src/http/statuses.ts";

/** Lints of the catalogue that are none here, each with the reason. */
const leftOut = {
  "lint-405-missing": "the profile thorough sends a method to each path that it does not declare",
  "lint-code-out-of-range": "a mistake of the manifest: the diagnostic bad-code",
  "lint-duplicate-endpoint": "a mistake of the manifest: endpoint-declared-twice and endpoint-same-path",
  "lint-expected-codes-empty": "a mistake of the manifest: missing-expect",
  "lint-path-param-undeclared": "a mistake of the manifest: param-without-source",
  "lint-retry-policy": "a manifest declares no retries of clients; the runner's own are fixed",
  "lint-timeouts-unset": "the runner always sets a timeout: --timeout, 30 s by default",
  "lint-undocumented-change":
    "one manifest cannot tell what it was before; a diff of the manifest in its repository does",
} as const;

/** The 93 lints of the catalogue. */
const catalogue = `
  only-200 success-200-for-create 201-without-location 201-on-safe-method 200-delete-no-body 204-with-body get-204
  202-without-monitor 207-without-item-schema batch-without-207 302-for-permanent 301-for-temporary
  301-302-on-unsafe-method 3xx-without-location redirects-discouraged 305-306-418 unregistered-code code-out-of-range
  1xx-declared uncommon-code 401-403-confused auth-without-401 401-without-auth auth-without-403
  401-without-www-authenticate item-path-without-404 get-only-200 body-without-400
  required-fields-without-validation-code unique-without-409 stateful-without-409 ratelimit-without-429
  429-without-headers 429-without-ratelimit 503-without-retry-after 500-for-client-error 500-declared-as-expected
  400-for-everything 422-for-malformed 400-for-semantic upload-without-413-415 download-without-404
  range-without-206-416 conditional-without-304-412 304-on-unsafe 412-vs-409 405-missing 405-declared-per-operation
  408-for-upstream 402-outside-payment 410-without-gone-example method-semantics-get-write method-post-read
  get-with-body post-without-body patch-content-type delete-201 put-202-204-only multiple-success-codes
  missing-response-description missing-example undocumented-change error-schema-missing error-schema-inconsistent
  error-example-leaks example-200-with-error example-secrets auth-in-query http-base-url content-type-missing
  cache-control-missing post-cacheable list-without-pagination top-level-array path-trailing-slash
  path-param-undeclared duplicate-endpoint ambiguous-paths destructive-unmarked expected-codes-empty default-only
  timeouts-unset health-codes upstream-codes reason-phrase-asserted retry-policy idempotency-key-missing
  cors-wildcard-credentials unknown-header-name x-header-new enumeration-404-on-reset ssrf-field-unrestricted
  deprecated-without-sunset`
  .trim()
  .split(/\s+/)
  .map((name) => `lint-${name}`);

describe("the lints", () => {
  it("are those of the catalogue, each built or left out for a reason", () => {
    expect(new Set(catalogue).size).toBe(93);
    expect([...Object.keys(lints), ...Object.keys(leftOut)].sort()).toEqual([...catalogue].sort());
  });

  it.each(Object.entries(lints))("%s reads as a clause behind the name of an endpoint", (_, lint) => {
    for (const text of [lint.finds, lint.fix, lint.why]) expect(text).not.toMatch(/[.\n]$|^\s|\n/);
    expect(lint.finds).not.toMatch(/^(?:The|An?|It|This|There|No)\b/);
    expect(lint.source.length).toBeGreaterThan(5);
  });

  it("speak of registered codes, or of codes that are reserved", () => {
    const codes = Object.values<Lint>(lints).flatMap((lint) => lint.codes ?? []);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !statuses.has(code))).toEqual([]);
  });
});
