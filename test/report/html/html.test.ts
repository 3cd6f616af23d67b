import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codesOfCase } from "../../../src/report/html/data/codes-of-case.ts";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { verdictOf } from "../../../src/report/html/verdict.ts";
import { resultOf } from "../../../src/result/result-of.ts";
import { anyRun } from "../../result/run-arbitrary.ts";
import { answered, buildCase, buildRun } from "../../result/run-builder.ts";
import { readPage } from "./read-page.ts";
import { fullResult, hostile, hostileRun, htmlOf, sources } from "./results.ts";

test("the same result gives the same page, byte for byte, and the same as in pieces", () => {
  const html = htmlOf(fullResult(), { sources });
  expect(htmlOf(fullResult(), { sources })).toBe(html);
  expect([...renderHtml(fullResult(), { sources })].length).toBeGreaterThan(20);
});

test("the policy lets in the page's own style and scripts, by their hashes, and nothing else", () => {
  const html = htmlOf(fullResult());
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(
      ([, text = ""]) => `&#x27;sha256-${createHash("sha256").update(text).digest("base64")}&#x27;`,
    );
  const decoded = (text: string) => text.replaceAll("&#x3D;", "=").replaceAll("=", "&#x3D;");
  const [styles, scripts] = [hashes(/<style>([\s\S]*?)<\/style>/g), hashes(/<script>([\s\S]*?)<\/script>/g)];
  expect([styles.length, scripts.length]).toEqual([1, 2]);
  expect(policy).toBe(
    decoded(
      `default-src &#x27;none&#x27;; script-src ${scripts.join(" ")}; style-src ${styles.join(" ")}; img-src data:; base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;`,
    ),
  );
});

test("nothing in the page has an address elsewhere, a handler or a style of its own", () => {
  const html = htmlOf(fullResult()).replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  const links = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address = ""]) => address);
  expect(links.filter((address) => !address.startsWith("#") && !address.startsWith("data:image/svg+xml,"))).toEqual([]);
  expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style)=/);
});

test("hostile texts stand in the page only escaped, wherever they come from", () => {
  const html = htmlOf(resultOf(hostileRun()), { sources: [{ file: hostile, text: `a ${hostile}` }] });
  const own = htmlOf(resultOf(buildRun([])));
  const count = (text: string, part: string) => text.split(part).length - 1;
  for (const part of ["<script>", "</script><!--", "<img", "<!--"]) {
    expect([part, count(html, part)]).toEqual([part, count(own, part)]);
  }
  // What shows text the wrong way round, ends lines of scripts, or is no character.
  expect(html).not.toMatch(/[\u202e\u2028\u2029]/);
  expect(html.includes("\0")).toBe(false);
});

test("any run gives a page whose data can be read, with a row for each case", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const result = resultOf(run);
      const { rows } = readPage(htmlOf(result));
      const outcomes = result.suites.flatMap(({ outline }) => outline.map(({ outcome }) => outcome));
      expect(rows.map(({ outcome }) => outcome)).toEqual(outcomes);
    }),
    { numRuns: 15 },
  );
});

test("each cell of the matrix has a case that stands in it", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      for (const { matrix, outline } of resultOf(run).suites) {
        const codes = matrix.map(({ endpoint, code }) => {
          const own = outline.filter((one) => one.endpoint === endpoint).flatMap(codesOfCase);
          return own.find((each) => each === code || each === `${code[0]}xx`) ?? `none for ${endpoint} ${code}`;
        });
        expect(codes.filter((each) => each.startsWith("none"))).toEqual([]);
      }
    }),
  );
});

test("only what needs somebody is there whole, the worst first", () => {
  const { rows, whole } = readPage(htmlOf(fullResult(), { sources }));
  const there = rows
    .filter((row) => row.whole !== null)
    .map(({ outcome, warnings }) => (outcome === "passed" ? warnings : outcome));
  expect(there).toEqual([
    "flaky",
    "4xx-body-explains",
    "failed",
    "4xx-body-explains",
    "errored",
    "failed",
    "failed",
    "flaky",
  ]);
  expect(Object.keys(whole)).toEqual(["0-0", "0-1", "0-2", "0-3", "0-4", "0-5", "1-0", "1-1"]);
  expect(JSON.stringify(whole["0-0"])).toContain('"marked":"201"');
});

test("what fails the command looks like it, and what is let pass does not", () => {
  const full = htmlOf(fullResult());
  expect(full).toContain(
    '<li class="notice failed"><span class="mark" aria-hidden="true">✗</span><p><strong>gone</strong>',
  );
  expect(full).toContain('<span class="quiet">(Bookstore · staging)</span>');
  const root = buildCase("POST /books", "201", { attempts: [500] });
  const result = resultOf(buildRun([root, buildCase("POST /books", "401", { needs: [root.id] })]));
  const [suite] = result.suites;
  const known = { case: root.id, rule: "status-expected", reason: "BUG-17", expires: "2027-01-31" };
  const outline = suite?.outline.map((one) => (one.id === root.id ? { ...one, known } : one)) ?? [];
  const alert = { text: "p95 < 1ms", suite: "Bookstore", environment: "local", message: "p95 is 12 ms" };
  const judged = {
    ...result,
    suites: result.suites.map((one) => ({ ...one, findings: [], outline })),
    alerts: [{ ...alert, state: "failed" as const }],
    baseline: { file: "known.json", known: 1, gone: [], expired: [] },
  };
  expect(verdictOf(judged).headline).toBe("1 alert failed");
});

test("where there are more requests and responses than a page can hold, the rest have their row", () => {
  const body = "x".repeat(100_000);
  const cases = Array.from({ length: 500 }, (_, index) =>
    buildCase("GET /big", "200", {
      about: `${index}`,
      attempts: [answered("GET /big", 500, { expected: "200", body })],
    }),
  );
  const html = htmlOf(resultOf(buildRun(cases)));
  expect(html.length).toBeLessThan(26_000_000);
  const { rows } = readPage(html);
  expect(rows.length).toBe(500);
  expect(rows.filter((row) => row.whole === null).length).toBeGreaterThan(100);
});
