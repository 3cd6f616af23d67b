import { describe, expect, it } from "vitest";
import { answered, buildCase, check } from "../run-builder.ts";
import { brokenRules, findingsOf, suiteCase } from "./suite-run.ts";

// What a case shows although it proves nothing: its control failed, or it was tried again.

const control = buildCase("GET /a", "200", { attempts: [404] });
const needs = [control.id];

describe("suite-auth-enforced-everywhere", () => {
  it("names the endpoints that let anybody in", () => {
    const open = suiteCase("GET /a", "401", { status: 200, edge: "ec-auth-missing", needs });
    expect(findingsOf([control, open])).toEqual([
      {
        rule: "suite-auth-enforced-everywhere",
        level: "error",
        message: "let in without valid credentials: GET /a",
        cases: [open.id],
      },
    ]);
  });

  it.each([
    ["the case is red itself", suiteCase("GET /a", "401", { status: 200, edge: "ec-auth-missing" })],
    ["it was refused", suiteCase("GET /a", "401", { edge: "ec-auth-missing", needs })],
    ["it was refused in another way", suiteCase("GET /a", "401", { status: 404, edge: "ec-auth-missing", needs })],
    ["another identity was let in", suiteCase("GET /a", "403", { status: 200, edge: "ec-auth-other-user", needs })],
    ["the manifest lets both pass", suiteCase("GET /a", "401|200", { status: 200, edge: "ec-auth-missing" })],
  ])("is silent where %s", (_what, one) => {
    expect(brokenRules([control, one])).toEqual([]);
  });
});

describe("suite-5xx-zero", () => {
  it("names the codes", () => {
    const crashed = suiteCase("GET /a", "404", { status: 500, needs });
    expect(findingsOf([control, crashed])).toMatchObject([
      { rule: "suite-5xx-zero", level: "error", message: "500 in cases that prove nothing else", cases: [crashed.id] },
    ]);
  });

  it.each([
    ["the case is red itself", suiteCase("GET /a", "404", { status: 500 })],
    ["it was asked for", suiteCase("GET /a", "503", { needs })],
    ["it was tried again", buildCase("GET /b", "200", { attempts: [503, 200] })],
  ])("is silent where %s", (_what, one) => {
    expect(brokenRules([control, one])).toEqual([]);
  });
});

describe("suite-leak-count-zero", () => {
  const leak = check("leak-stack-node", false);
  const leaking = answered("GET /b", 503, { checks: [leak] });

  it.each([
    ["was tried again", buildCase("GET /b", "200", { attempts: [leaking, 200] })],
    ["proves nothing", buildCase("GET /b", "404", { needs, attempts: [answered("GET /b", 404, { checks: [leak] })] })],
  ])("names the leak of an answer that %s", (_what, one) => {
    expect(findingsOf([control, one])).toMatchObject([
      {
        rule: "suite-leak-count-zero",
        level: "error",
        message: "there are leaks in answers that count for nothing: leak-stack-node",
        cases: [one.id],
      },
    ]);
  });

  it.each([
    ["the case is red itself", buildCase("GET /b", "503", { attempts: [leaking] })],
    [
      "it is a warning",
      buildCase("GET /b", "200", { attempts: [answered("GET /b", 200, { checks: [{ ...leak, level: "warning" }] })] }),
    ],
    [
      "the check has passed",
      buildCase("GET /b", "200", { attempts: [answered("GET /b", 200, { checks: [check("leak-stack-node", true)] })] }),
    ],
  ])("is silent where %s", (_what, one) => {
    expect(brokenRules([control, one])).toEqual([]);
  });
});
