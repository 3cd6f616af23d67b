import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columns } from "../../src/report/console/columns.ts";
import { renderConsole } from "../../src/report/console/render-console.ts";
import { partsOfRun } from "../../src/result/part.ts";
import { resultOfParts } from "../../src/result/result-of.ts";
import { anyRun, hostileText } from "../result/run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "../result/run-builder.ts";
import { bookstoreRun, bookstoreSource } from "./bookstore-run.ts";
import { consoleOf } from "./draw.ts";

const sources = [bookstoreSource];

test("a run with something of everything", () => {
  expect(consoleOf(bookstoreRun, { sources })).toMatchInlineSnapshot(`
    "Bookstore · staging · 13 cases, 12 checks in 3.1 s · 8 lanes

                     200 201 304 400 401 404 409 422 503
    GET  /health      ●                               ○
    GET  /books       ●               ●   ·
    POST /books           ✗       ·   ●       !   ✗
    GET  /books/{id}  ?       ?           -
    ● proven  ✗ failed  ! errored  ? inconclusive  ○ unproven  - skipped  · implied

     ✗ POST /books -> 201 creates a book                               api.yaml:8:13
       Location points to what was created: expected undefined to be a string
       the answer says the id of what was created: no id
       8 |     expect: 201 400 401 409 422
         |             ^^^ declared here
       why   clients reach the new resource without another request (the guide:
             always include a Location header with 201; RFC 9110, 9.3.3)
       why   everything else of this resource is asked for by that id (the guide:
             clients can access it immediately without additional requests)
       body  {"title":"Dune","pages":412}
       curl  curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"title":"Dune","pages":412}'

     ✗ POST /books -> 422 when title is missing                        api.yaml:8:29
       expected 422 Unprocessable Content, got 201 Created
       8 |     expect: 201 400 401 409 422
         |                             ^^^ declared here
       why   a required field was left out; 422 when the syntax is right and the
             meaning is not (RFC 9110, 15.5.21)
       curl  curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"pages":412}'

     ~ GET /books -> 200                                               api.yaml:5:15
       passed on attempt 2, after 503 Service Unavailable

     ! 1 case errored: connect ECONNREFUSED 127.0.0.1:4010
         POST /books -> 409 when it exists already                     api.yaml:8:25

     ? 2 cases prove nothing because this failed: POST /books -> 201 creates a book

     ▲ 2 warnings: the body explains the error (4xx-body-explains)
         GET /books -> 401 without credentials                         api.yaml:5:19
         POST /books -> 401 without credentials                        api.yaml:8:21

     ○ GET /health -> 503                                              api.yaml:4:46
       no recipe provokes 503: add \`when\`, the change to the request that does

     - 1 case skipped: --grep

     success  36.4 % 2xx, 72.7 % as expected, of 11 responses
     p50/p95  2xx 20/812  3xx 12/12  4xx 12/12  5xx 12/12 ms
     5xx      9.1 % of the responses, 1 of 1 not expected

     slowest  812 ms  GET /books -> 200
               31 ms  POST /books -> 201 creates a book
               20 ms  POST /books -> 422 when title is missing

     5 passed · 2 failed · 1 flaky · 1 errored · 2 inconclusive · 2 warnings
     1 skipped · 1 code unproven
    "
  `);
});

test("the same on a narrow terminal: the matrix in blocks, texts wrapped, curl lines whole", () => {
  expect(consoleOf(bookstoreRun, { sources, width: 48 })).toMatchInlineSnapshot(`
    "Bookstore · staging
    13 cases, 12 checks in 3.1 s · 8 lanes

                     200 201 304 400 401
    GET  /health      ●
    GET  /books       ●               ●
    POST /books           ✗       ·   ●
    GET  /books/{id}  ?       ?

                     404 409 422 503
    GET  /health                  ○
    GET  /books       ·
    POST /books           !   ✗
    GET  /books/{id}  -
    ● proven  ✗ failed  ! errored  ? inconclusive
    ○ unproven  - skipped  · implied

     ✗ POST /books -> 201 creates a book
                                       api.yaml:8:13
       Location points to what was created: expected
       undefined to be a string
       the answer says the id of what was created:
       no id
       8 |     expect: 201 400 401 409 422
         |             ^^^ declared here
       why   clients reach the new resource without
             another request (the guide: always
             include a Location header with 201; RFC
             9110, 9.3.3)
       why   everything else of this resource is
             asked for by that id (the guide:
             clients can access it immediately
             without additional requests)
       body  {"title":"Dune","pages":412}
       curl  curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"title":"Dune","pages":412}'

     ✗ POST /books -> 422 when title is missing
                                       api.yaml:8:29
       expected 422 Unprocessable Content, got 201
       Created
       8 | …t: 201 400 401 409 422
         |                     ^^^ declared here
       why   a required field was left out; 422 when
             the syntax is right and the meaning is
             not (RFC 9110, 15.5.21)
       curl  curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"pages":412}'

     ~ GET /books -> 200               api.yaml:5:15
       passed on attempt 2, after 503 Service
       Unavailable

     ! 1 case errored: connect ECONNREFUSED
       127.0.0.1:4010
         POST /books -> 409 when it …  api.yaml:8:25

     ? 2 cases prove nothing because this failed:
       POST /books -> 201 creates a book

     ▲ 2 warnings: the body explains the error
       (4xx-body-explains)
         GET /books -> 401 without c…  api.yaml:5:19
         POST /books -> 401 without …  api.yaml:8:21

     ○ GET /health -> 503              api.yaml:4:46
       no recipe provokes 503: add \`when\`, the
       change to the request that does

     - 1 case skipped: --grep

     success  36.4 % 2xx, 72.7 % as expected,
              of 11 responses
     p50/p95  2xx 20/812  3xx 12/12  4xx 12/12
              5xx 12/12 ms
     5xx      9.1 % of the responses,
              1 of 1 not expected

     slowest  812 ms  GET /books -> 200
               31 ms  POST /books -> 201 creates a …
               20 ms  POST /books -> 422 when title…

     5 passed · 2 failed · 1 flaky · 1 errored
     2 inconclusive · 2 warnings · 1 skipped
     1 code unproven
    "
  `);
});

test("all proven", () => {
  const run = buildRun([buildCase("GET /books", "200"), buildCase("DELETE /books/{id}", "204")], {
    lanes: 1,
    durationMs: 125_400,
    shard: { index: 2, of: 3 },
  });
  expect(consoleOf(run)).toMatchInlineSnapshot(`
    "Bookstore · local · 2 cases, 2 checks in 2 min 5 s · 1 lane · shard 2/3

                       200 204
    GET    /books       ●
    DELETE /books/{id}      ●
                        ● proven

     success  100 % 2xx, 100 % as expected, of 2 responses
     p50/p95  2xx 12/12 ms

     slowest  12 ms  GET /books -> 200
              12 ms  DELETE /books/{id} -> 204

     2 passed
    "
  `);
});

test("a server that is down is one line, however many cases there are", () => {
  const cases = Array.from({ length: 500 }, (_, index) =>
    buildCase("GET /books", "200", { about: `no. ${index}`, attempts: [refused()] }),
  );
  expect(consoleOf(buildRun(cases, { broken: "nothing answers at http://localhost:4010" }))).toMatchInlineSnapshot(`
    "Bookstore · local · 500 cases, 0 checks in 3.1 s · 8 lanes

               200
    GET /books  !
                ! errored

     ! the run broke: nothing answers at http://localhost:4010
     ! all 500 cases errored: connect ECONNREFUSED 127.0.0.1:4010

     0 passed · 500 errored
    "
  `);
});

test("different errors are told apart, with the first few of their cases", () => {
  const timeout = refused({ code: "ESOCKETTIMEDOUT", message: "no answer in 5000 ms" });
  const many = Array.from({ length: 6 }, (_, index) =>
    buildCase("GET /books", "200", { about: `no. ${index}`, attempts: [timeout] }),
  );
  const run = buildRun([...many, buildCase("GET /late", "200", { attempts: [] }), buildCase("GET /health", "200")]);
  expect(consoleOf(run)).toMatchInlineSnapshot(`
    "Bookstore · local · 8 cases, 1 check in 3.1 s · 8 lanes

                200
    GET /books   !
    GET /late    !
    GET /health  ●
                 ● proven  ! errored

     ! 6 cases errored: ESOCKETTIMEDOUT: no answer in 5000 ms
         GET /books -> 200 no. 0                                      api.yaml:14:13
         GET /books -> 200 no. 1                                      api.yaml:14:13
         GET /books -> 200 no. 2                                      api.yaml:14:13
         and 3 more
     ! 1 case errored: never reported
         GET /late -> 200                                             api.yaml:14:13

     success  100 % 2xx, 100 % as expected, of 1 response
     p50/p95  2xx 12/12 ms

     slowest  12 ms  GET /health -> 200

     1 passed · 7 errored
    "
  `);
});

test("a run without cases", () => {
  expect(consoleOf(buildRun([], { broken: "stopped by a signal" }))).toMatchInlineSnapshot(`
    "Bookstore · local · 0 cases, 0 checks in 3.1 s · 8 lanes

     ! the run broke: stopped by a signal

     0 passed
    "
  `);
});

test("long paths are cut in their middle, and too many codes go into blocks", () => {
  const long = "PATCH /organisations/{organisation}/repositories/{repository}/branches/{branch}";
  const codes = "200 201 204 301 304 400 401 403 404 405 406 409 412 415 422".split(" ");
  const run = buildRun([...codes.map((code) => buildCase(long, code)), buildCase("GET /health", "200")]);
  expect(consoleOf(run).split("\n\n success")[0]).toMatchInlineSnapshot(`
    "Bookstore · local · 16 cases, 16 checks in 3.1 s · 8 lanes

                                                     200 201 204 301 304 400 401 403
    PATCH /organisations/{organ…y}/branches/{branch}  ●   ●   ●   ●   ●   ●   ●   ●
    GET   /health                                     ●

                                                     404 405 406 409 412 415 422
    PATCH /organisations/{organ…y}/branches/{branch}  ●   ●   ●   ●   ●   ●   ●
                                                      ● proven"
  `);
});

test("the codes of a pattern are spelled out, and a failed case can have a warning too", () => {
  const warning = check("4xx-body-explains", false, { level: "warning", title: "the body explains the error" });
  const run = buildRun([
    buildCase("POST /books", "400|422", {
      attempts: [answered("POST /books", 201, { expected: "400|422", checks: [warning] })],
    }),
    buildCase("GET /books", "2xx", { attempts: [599] }),
  ]);
  const report = consoleOf(run);
  expect(report).toContain("\n   expected 400 Bad Request or 422 Unprocessable Content, got 201 Created\n");
  expect(report).toContain("\n   expected any 2xx, got 599\n");
  expect(report).toContain("\n 0 passed · 2 failed · 1 warning\n");
});

test("several suites stand below one another, and the last lines say what each came to", () => {
  const failing = buildRun([buildCase("GET /a", "200", { attempts: [404] })], { environment: "staging" });
  const shops = buildRun([buildCase("GET /b", "200")], { suite: "Shop", shard: { index: 1, of: 2 } });
  const report = renderConsole(resultOfParts([failing, shops].flatMap(partsOfRun)));
  expect(report.split("\n")[0]).toBe(" ! Shop: shard 2/2 is missing");
  expect(report.split("\n").slice(-5).join("\n")).toBe(
    [" ✗ Bookstore (staging)", "   0 passed · 1 failed", " ● Shop (local)", "   1 passed", ""].join("\n"),
  );
});

test("a hundred failures are told one by one, and the others by their names", () => {
  const cases = Array.from({ length: 130 }, (_, index) => ({
    ...buildCase("GET /a", "200", { about: `case ${index}`, attempts: [500] }),
  }));
  const report = consoleOf(buildRun(cases));
  expect(report.match(/got 500 Internal Server Error/g)).toHaveLength(100);
  expect(report).toContain("and 25 more");
  expect(report).toContain("0 passed · 130 failed");
});

test("a request too large to copy is left out", () => {
  const attempt = answered("POST /books", 500, { expected: "413", requestBody: "x".repeat(1_000_000) });
  const run = buildRun([buildCase("POST /books", "413", { attempts: [attempt] })]);
  expect(consoleOf(run)).toContain("\n   curl  left out: it has 1000100 characters\n");
});

describe("hostile text", () => {
  const evil = "\u001b]0;owned\u0007\u001b[2J\r\u009b31m\u202egpj.exe\u2066\n   forged line";
  const attempt = answered("GET /books", 500, {
    expected: "200",
    body: evil,
    requestBody: evil,
    checks: [check("manifest-body", false, { title: evil, message: evil })],
  });
  const run = buildRun([{ ...buildCase("GET /books", "200", { attempts: [attempt] }), title: evil, endpoint: evil }], {
    suite: evil,
    broken: evil,
  });

  test("stays on its line and moves no cursor", () => {
    const report = consoleOf(run, { sources: [{ file: "api.yaml", text: `${"\n".repeat(13)}${evil}` }] });
    expect(report).not.toMatch(unsafe);
    expect(report).not.toMatch(/^ {3}forged line/m);
  });

  test("is no command to a CI that reads its log", () => {
    const message = `${"x".repeat(70)} ::error::forged`;
    const sent = answered("GET /a", 200, { checks: [check("mine", false, { title: "t", message })] });
    const report = consoleOf(buildRun([buildCase("GET /a", "200", { attempts: [sent] })]));
    expect(report).toContain("\n   \u2236:error::forged\n");
    expect(report).not.toMatch(/^\s*::/m);
  });
});

const unsafe = /[^\P{Cc}\n]|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const isCurl = (line: string) => line.startsWith("   curl  ");

const anyOptions = fc.record({
  width: fc.integer({ min: 40, max: 160 }),
  sources: fc.array(
    fc.record({ file: fc.constant("api.yaml"), text: fc.array(hostileText).map((lines) => lines.join("\n")) }),
    {
      maxLength: 1,
    },
  ),
});

test("whatever the run, no line is wider than the terminal and nothing in it is a control character", () => {
  fc.assert(
    fc.property(anyRun, anyOptions, (run, options) => {
      const report = consoleOf(run, options);
      expect(report).not.toMatch(unsafe);
      for (const line of report.split("\n")) {
        if (!isCurl(line)) expect(columns(line), line).toBeLessThanOrEqual(options.width);
      }
    }),
    { numRuns: 300 },
  );
});

test("colours change nothing but colours, and there are none unless asked for", () => {
  const plainReport = consoleOf(bookstoreRun, { sources });
  const colored = consoleOf(bookstoreRun, { sources, color: true });
  expect(stripVTControlCharacters(colored)).toBe(plainReport);
  expect(colored).toContain("\u001b[31m✗\u001b[0m");
  expect(colored).toContain("\u001b[32m●\u001b[0m");
});

test("a terminal of no sensible width is taken for a narrow one", () => {
  expect(consoleOf(bookstoreRun, { width: 0 })).toBe(consoleOf(bookstoreRun, { width: 40 }));
});

test("more endpoints than a call takes arguments", () => {
  const result = resultOfParts(partsOfRun(bookstoreRun));
  const matrix = Array.from({ length: 130_000 }, (_, at) => ({
    endpoint: `GET /${at}`,
    code: "200",
    state: "proven" as const,
  }));
  const text = renderConsole(
    { ...result, suites: result.suites.map((suite) => ({ ...suite, matrix })) },
    {
      color: false,
      width: 80,
      sources,
    },
  );
  expect(text.match(/GET +\/\d+ /g)).toHaveLength(matrix.length);
});
