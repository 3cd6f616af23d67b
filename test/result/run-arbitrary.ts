import fc from "fast-check";
import type { Attempt, CaseRun, CheckRun, Run } from "../../src/result/model.ts";
import { buildRun } from "./run-builder.ts";

/** Any text: also controls, bidi overrides, wide and combining characters, halves of surrogate pairs. */
export const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 120 }),
  fc.constantFrom(
    "\u001b[31mred\u001b[0m",
    "\u202egnp.exe",
    "日本語のタイトル",
    "e\u0301\u0301",
    "\ud800",
    "a\r\nb\tc",
    "👩‍👩‍👧",
    "",
  ),
);

const headers = fc.array(fc.record({ name: hostileText, value: hostileText }), { maxLength: 3 });
const rule = fc.constantFrom(
  "status-expected",
  "capture-id",
  "201-location-present",
  "4xx-body-explains",
  "no-such-rule",
);

const check: fc.Arbitrary<CheckRun> = fc.record(
  {
    id: hostileText,
    title: hostileText,
    level: fc.constantFrom("error", "warning"),
    passed: fc.boolean(),
    rule,
    message: hostileText,
  },
  { requiredKeys: ["id", "title", "level", "passed"] },
);

const attempt: fc.Arbitrary<Attempt> = fc.record(
  {
    status: fc.constantFrom("passed", "failed", "errored"),
    durationMs: fc.nat(100_000),
    request: fc.record(
      { method: hostileText, url: hostileText, headers, body: hostileText },
      { requiredKeys: ["method", "url", "headers"] },
    ),
    response: fc.record(
      {
        status: fc.integer({ min: 100, max: 999 }),
        headers,
        timeMs: fc.nat(200_000),
        sizeBytes: fc.nat(),
        body: hostileText,
        errorBody: fc.record({ fields: fc.array(hostileText), code: hostileText }, { requiredKeys: ["fields"] }),
      },
      { requiredKeys: ["status", "headers", "timeMs", "sizeBytes"] },
    ),
    error: fc.record(
      { code: hostileText, message: hostileText, rule: hostileText },
      { requiredKeys: ["code", "message"] },
    ),
    checks: fc.array(check, { maxLength: 4 }),
  },
  { requiredKeys: ["status", "durationMs", "checks"] },
);

const ids = ["a", "b", "c", "d", "e", "f"];
const endpoint = fc.oneof(
  hostileText,
  fc.constantFrom("GET /books", "POST /books", "DELETE /a/very/long/path/{with}/many/{segments}/in/it"),
);
const expected = fc.oneof(
  fc.integer({ min: 100, max: 599 }).map(String),
  fc.constantFrom("400|422", "2xx", "4xx"),
  hostileText,
);

function caseRun(id: string): fc.Arbitrary<CaseRun> {
  return fc.record(
    {
      id: fc.constant(id),
      title: hostileText,
      group: hostileText,
      endpoint,
      method: hostileText,
      path: hostileText,
      expected: fc.array(expected, { minLength: 1, maxLength: 3 }),
      origin: fc.constantFrom("declared", "implied", "support"),
      edge: fc.constantFrom("ec-id-unknown", "ec-auth-missing", "__proto__", "no-such-edge"),
      manifest: fc.record({
        file: fc.constantFrom("api.yaml", "\u001b]0;title\u0007.yaml"),
        line: fc.integer({ min: 1, max: 4 }),
        column: fc.integer({ min: 1, max: 120 }),
        length: fc.integer({ min: 1, max: 200 }),
      }),
      why: hostileText,
      source: hostileText,
      // `gone` is the id of no case.
      needs: fc.array(fc.constantFrom(...ids, "gone"), { maxLength: 3 }),
      unproven: hostileText,
      skipped: hostileText,
      attempts: fc.array(attempt, { maxLength: 3 }),
    },
    {
      requiredKeys: [
        "id",
        "title",
        "group",
        "endpoint",
        "method",
        "path",
        "expected",
        "origin",
        "manifest",
        "why",
        "source",
        "needs",
        "attempts",
      ],
    },
  );
}

/** Any run of up to six cases, with any needs among them, circles too. */
export const anyRun: fc.Arbitrary<Run> = fc
  .tuple(fc.nat(ids.length), hostileText, fc.option(hostileText, { nil: undefined }), fc.nat(10_000_000))
  .chain(([count, suite, broken, durationMs]) =>
    fc
      .tuple(...ids.slice(0, count).map(caseRun))
      .map((cases) => buildRun(cases, { suite, durationMs, ...(broken === undefined ? {} : { broken }) })),
  );
