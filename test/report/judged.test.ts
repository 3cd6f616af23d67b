import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns } from "../../src/report/console/columns.ts";
import { renderConsole } from "../../src/report/console/render-console.ts";
import type { KnownDeviation } from "../../src/result/baseline/model.ts";
import { withBaseline } from "../../src/result/baseline/with-baseline.ts";
import type { Run } from "../../src/result/model.ts";
import { judgedRun, runOfDay } from "../result/judged.ts";
import { anyRun, hostileText } from "../result/run-arbitrary.ts";

const many = { a: 200, b: 200, c: 200, d: 200, e: 200, f: 200, g: 200, h: 200 };
const manifest = { file: "api.yaml", line: 4, column: 3, length: 3 };

function entry(of: string, expires: string): KnownDeviation {
  return { case: of, rule: "status-expected", reason: "BUG-17", expires };
}

describe("what a result is held against, on the console", () => {
  it("has failed alerts at the top, then what has changed, what is known, the trend, and unknown alerts", () => {
    const earlier = [
      runOfDay(1, many),
      runOfDay(2, { ...many, d: 500 }),
      runOfDay(3, many),
      runOfDay(4, { ...many, b: 404, c: 500 }),
    ];
    const alerts = [
      { text: "5xx < 1%", manifest },
      { text: "p95 5xx < 2x last 10" },
      { text: "p95 3xx < 800ms", manifest },
      { text: "asExpected >= 10%" },
    ];
    const run = runOfDay(5, { ...many, a: 500, b: 404, d: 500, e: 500 });
    const known = [
      entry("GET /e > 200", "2026-02-20"),
      entry("GET /g > 200", "2026-02-20"),
      entry("GET /d > 200", "2025-11-04"),
    ];
    const result = withBaseline(judgedRun(run, { earlier, alerts }), { file: "known.json", known });
    const drawn = renderConsole(result);
    expect(drawn.slice(0, drawn.indexOf("● proven"))).toMatchInlineSnapshot(`
      "Bookstore · local · 8 cases, 8 checks in 3.1 s · 8 lanes

       ✗ alert: 5xx is 37.5 %, and must be < 1%                           api.yaml:4:3

             200
      GET /a  ✗
      GET /b  ✗
      GET /c  ●
      GET /d  ✗
      GET /e  ✗
      GET /f  ●
      GET /g  ●
      GET /h  ●
              "
    `);
    expect(drawn.slice(drawn.indexOf(" ✗ 2 cases"))).toMatchInlineSnapshot(`
      " ✗ 2 cases fail that did not before
           GET /a -> 200                                                api.yaml:14:13
           GET /d -> 200                                                api.yaml:14:13
       ✗ 1 case still fails
           GET /b -> 200                                                api.yaml:14:13
       ✓ 1 case is fixed
           GET /c -> 200                                                api.yaml:14:13
       ~ 1 case comes and goes
           GET /d -> 200                                                   2 of 5 runs
       ▲ the success rate declines: 50 % 2xx, and 93.8 % is the median of 4 runs
         before

       = 1 known deviation let pass
           GET /e > 200: BUG-17, until 2026-02-20
       ✗ known.json: 1 deviation does not occur any more: --update-baseline takes it
         out
           GET /g > 200: status-expected
       ✗ known.json: 1 deviation has expired: mend what fails, or give it a new day
           GET /d > 200: BUG-17, until 2025-11-04

       success  50 % 2xx, 50 % as expected, of 8 responses
       p50/p95  2xx 12/12  4xx 12/12  5xx 12/12 ms
       5xx      37.5 % of the responses, 3 of 3 not expected
       trend    2xx 100 87.5 100 75 > 50 %, as expected 100 87.5 100 75 > 50 %
                p95 12 12 12 12 > 12 ms

       ? alert: p95 3xx must be < 800ms, and there was nothing to measure
                                                                          api.yaml:4:3

       slowest  12 ms  GET /a -> 200
                12 ms  GET /b -> 200
                12 ms  GET /c -> 200

       4 passed · 3 failed · 1 known · 1 alert failed · 1 alert unknown
       1 deviation gone · 1 deviation expired
      "
    `);
  });

  it("says nothing where there is nothing to say", () => {
    const drawn = renderConsole(judgedRun(runOfDay(1, many), { alerts: [{ text: "failed = 0" }] }));
    expect(drawn).not.toMatch(/alert|trend|known|fixed|deviation/);
  });

  it("is of the suite that it is about, and the file of deviations of the last", () => {
    const heads = ["A", "B"].map((suite) => ({ suite, environment: "local", baseUrl: "http://localhost" }));
    const run = runOfDay(1, { a: 200, b: 500 });
    const cases = run.cases.map((one, index) => ({ ...one, suite: index === 0 ? "A" : "B" }));
    const judged = judgedRun({ ...run, suites: heads, cases }, { alerts: [{ text: "failed = 0" }] });
    const result = withBaseline(judged, { file: "known.json", known: [entry("GET /a > 200", "2026-02-20")] });
    const [a = "", b = ""] = renderConsole(result).split(/^(?=B ·)/m);
    expect([a.includes("alert"), a.includes("known.json")]).toEqual([false, false]);
    expect([b.includes("alert: failed is 1"), b.includes("known.json: 1 deviation does not")]).toEqual([true, true]);
  });

  it("keeps to its width and holds no control character, whatever the run and the entries", () => {
    const entries = fc.array(
      fc.record({
        case: fc.oneof(fc.constantFrom("a", "b", "suite"), hostileText),
        rule: hostileText,
        reason: hostileText,
        expires: hostileText,
      }),
      { maxLength: 8 },
    );
    const texts = fc.array(fc.oneof(fc.constantFrom("p95 < 1ms", "4xx < 2x last", "failed = 0"), hostileText), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(anyRun, anyRun, entries, texts, (run: Run, earlier, known, limits) => {
        const alerts = limits.map((text) => ({ text, manifest }));
        const judged = judgedRun({ ...run, alerts }, { earlier: [earlier], isSame: () => true });
        const drawn = renderConsole(withBaseline(judged, { file: "known.json", known }), { width: 60 });
        // A curl line is there to be copied, and never broken.
        for (const line of drawn.split("\n").filter((each) => !each.startsWith("   curl"))) {
          expect(columns(line), line).toBeLessThanOrEqual(60);
          expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
