import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isAlertProblem, parseAlertText, splitEndpoint } from "../../src/http/alert/alert-text.ts";
import { operators } from "../../src/http/alert/limit.ts";
import { measureNames } from "../../src/http/alert/measure.ts";

/** The measure and the limit, or what is wrong and what to write instead. */
function read(text: string): unknown {
  const parsed = parseAlertText(text);
  if (!isAlertProblem(parsed)) return { measure: parsed.measure, limit: parsed.limit };
  return parsed.code === "unknown-metric" ? parsed.code : `${parsed.code}: ${parsed.args.example}`;
}

describe("an alert", () => {
  it.each([
    ["p95 < 800ms", { kind: "time", name: "p95" }, { operator: "<", kind: "fixed", value: 800 }],
    ["p95 2xx<=1.2s", { kind: "time", name: "p95", code: "2xx" }, { operator: "<=", kind: "fixed", value: 1200 }],
    ["max   404 > 1ms", { kind: "time", name: "max", code: "404" }, { operator: ">", kind: "fixed", value: 1 }],
    ["successRate >= 99%", { kind: "plain", name: "successRate" }, { operator: ">=", kind: "fixed", value: 0.99 }],
    ["coverage >= 0.5", { kind: "plain", name: "coverage" }, { operator: ">=", kind: "fixed", value: 0.5 }],
    ["failed = 0", { kind: "plain", name: "failed" }, { operator: "=", kind: "fixed", value: 0 }],
    ["503 == 0", { kind: "code", code: "503", isAll: false }, { operator: "=", kind: "fixed", value: 0 }],
    ["all 4xx < 1%", { kind: "code", code: "4xx", isAll: true }, { operator: "<", kind: "fixed", value: 0.01 }],
    ["2xx > 0", { kind: "code", code: "2xx", isAll: true }, { operator: ">", kind: "fixed", value: 0 }],
    ["5xx < 2x last 10", { kind: "code", code: "5xx", isAll: false }, relative("<", 2, 10)],
    ["p95 <= 1.2x last", { kind: "time", name: "p95" }, relative("<=", 1.2, 1)],
  ])("%s", (text, measure, limit) => {
    expect(read(text)).toEqual({ measure, limit });
  });

  it.each([
    ["p96 < 3ms", "unknown-metric"],
    ["failed 404 = 0", "unknown-metric"],
    ["all p95 < 3ms", "unknown-metric"],
    ["toString = 0", "unknown-metric"],
    ["9xx = 0", "unknown-metric"],
    ["", "unknown-metric"],
    ["p95", "bad-limit: <= 800ms"],
    ["p95 < fast", "bad-limit: < 800ms"],
    ["5xx < 2x", "bad-limit: < 2x last"],
    ["5xx < 2x last 0", "bad-limit: < 1%"],
    ["p95 < -3ms", "bad-limit: < 800ms"],
    ["p95 < 800", "wrong-unit: < 800ms"],
    ["p95 < 3%", "wrong-unit: < 800ms"],
    ["failed < 3%", "wrong-unit: < 3"],
    ["5xx 150", "unknown-metric"],
    ["5xx < 101", "wrong-unit: < 1%"],
    ["successRate >= 99", "wrong-unit: >= 99%"],
    ["5xx < 1", "wrong-unit: < 1%"],
    ["5xx < 101%", "wrong-unit: < 1%"],
  ])("%j is a mistake, and there is a way out", (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it("may be of an endpoint", () => {
    expect(splitEndpoint("GET  /books/{id}: p95 < 200ms")).toEqual({
      endpoint: "GET /books/{id}",
      text: "p95 < 200ms",
    });
    expect(splitEndpoint("POST /books:batch: 5xx = 0")).toEqual({ endpoint: "POST /books:batch", text: "5xx = 0" });
    expect(splitEndpoint(" p95 < 200ms ")).toEqual({ text: "p95 < 200ms" });
  });
});

function relative(operator: string, factor: number, runs: number) {
  return { operator, kind: "relative", factor, runs };
}

test("what is read is what was written, and what it is told to write can be read", () => {
  const name = fc.constantFrom(...measureNames());
  const limit = fc.oneof(fc.string(), fc.stringMatching(/^(<|<=|>|>=|=) ?\d{1,3}(\.\d)?(%|ms|s|x|x last|x last 3)?$/));
  fc.assert(
    fc.property(name, limit, (metric, text) => {
      fc.pre(!operators.some((operator) => metric.includes(operator)));
      const parsed = parseAlertText(`${metric} ${text}`);
      if (!isAlertProblem(parsed)) {
        expect(parseAlertText(`${parsed.name} ${parsed.words}`)).toEqual(parsed);
      } else if (parsed.code !== "unknown-metric") {
        expect(isAlertProblem(parseAlertText(`${metric} ${parsed.args.example}`)), parsed.args.example).toBe(false);
      }
    }),
  );
});
