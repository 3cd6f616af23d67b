import { describe, expect, it } from "vitest";
import type { EdgeId } from "../../../src/http/edges.ts";
import { brokenRules, findingsOf, type SuiteCase, suiteCase } from "./suite-run.ts";

/** Errors of as many endpoints, each with its own changes. */
function errors(changes: ReadonlyArray<SuiteCase>) {
  return changes.map((change, at) => suiteCase(`GET /${at}`, "404", change));
}

function times<Value>(count: number, value: Value): ReadonlyArray<Value> {
  return Array.from({ length: count }, () => value);
}

const nginx = { headers: [{ name: "Server", value: "nginx" }] };
const detail = { errorBody: { fields: ["detail"] } };
const message = { errorBody: { fields: ["error", "message"] } };

describe("error-shape-consistent", () => {
  it("says that the errors have nothing in common", () => {
    expect(findingsOf(errors([...times(3, detail), ...times(2, message)]))).toMatchObject([
      {
        rule: "error-shape-consistent",
        level: "warning",
        message: "no field is common to 80 % of the errors: { detail } (3), { error, message } (2)",
        cases: ["GET /3 > 404", "GET /4 > 404"],
      },
    ]);
  });

  it.each([
    [
      "only some add a field",
      errors([
        ...times(3, { errorBody: { fields: ["title", "status"] } }),
        ...times(3, { errorBody: { fields: ["title", "status", "errors"] } }),
      ]),
    ],
    ["one in five differs", errors([...times(4, detail), message])],
    ["there are few errors", errors([...times(2, detail), ...times(2, message)])],
    ["a gateway answers for some", errors([...times(5, detail), ...times(3, { ...message, ...nginx })])],
    [
      "all are of one endpoint",
      [...times(3, detail), ...times(3, message)].map((one) => suiteCase("GET /a", "404", one)),
    ],
    ["some are no JSON objects", errors([...times(3, {}), ...times(2, message)])],
    ["the cases are red", errors([...times(3, detail), ...times(2, { ...message, status: 400 })])],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("suite-error-format-uniform", () => {
  const html = { type: "text/html; charset=utf-8" };

  it("names the media types", () => {
    expect(findingsOf(errors([...times(5, {}), ...times(2, html)]))).toMatchObject([
      { rule: "suite-error-format-uniform", message: "errors come as application/json (5), text/html (2)" },
    ]);
  });

  it.each([
    ["parameters differ", errors([...times(3, {}), ...times(3, { type: "application/json;charset=UTF-8" })])],
    ["one in five differs", errors([...times(4, {}), html])],
    ["a gateway answers for some", errors([...times(4, {}), ...times(3, { ...html, ...nginx })])],
    ["some have no body", errors([...times(4, {}), ...times(3, { type: "text/plain", sizeBytes: 0 })])],
    ["some have no type", errors([...times(4, {}), ...times(3, { type: "" })])],
    ["another type was asked for", errors([...times(4, {}), ...times(3, { ...html, accept: "text/html" })])],
    [
      "nothing acceptable was left",
      [...errors(times(4, {})), ...[5, 6, 7].map((at) => suiteCase(`GET /${at}`, "406", { type: "text/plain" }))],
    ],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("5xx-format-consistent", () => {
  const problems = errors(times(3, { errorBody: { fields: ["title", "status"] } }));

  it.each([
    ["another media type", { type: "text/html" }],
    ["other fields", { errorBody: { fields: ["stack"] } }],
  ])("is broken by %s", (_what, change) => {
    const broken = suiteCase("GET /x", "500", change);
    expect(findingsOf([...problems, broken])).toEqual([
      {
        rule: "5xx-format-consistent",
        level: "warning",
        message: "other errors are application/json with title, status, and these are not",
        cases: [broken.id],
      },
    ]);
  });

  it.each([
    ["they are alike", suiteCase("GET /x", "500", { errorBody: { fields: ["title", "status", "trace"] } })],
    ["it is a gateway's code", suiteCase("GET /x", "502", { type: "text/html" })],
    ["a health check is down", suiteCase("GET /health", "503", { errorBody: { fields: ["status"] } })],
    ["it has no body", suiteCase("GET /x", "501", { type: "text/plain", sizeBytes: 0 })],
  ])("is silent where %s", (_what, one) => {
    expect(brokenRules([...problems, one])).toEqual([]);
  });

  it("is silent where the other errors do not agree themselves", () => {
    const some = errors([{}, {}, { type: "text/html" }]);
    expect(brokenRules([...some, suiteCase("GET /x", "500", { type: "text/plain" })])).toEqual([]);
  });
});

describe("error-code-stable", () => {
  const refused = (
    codes: ReadonlyArray<string>,
    edge: EdgeId = "ec-json-malformed-truncated",
    status = "400",
    more: ReadonlyArray<SuiteCase> = [],
  ) =>
    codes.map((code, at) =>
      suiteCase(`POST /${at}`, status, { edge, errorBody: { fields: ["code"], code }, ...more[at] }),
    );

  it("names the codes of one fault", () => {
    expect(findingsOf(refused(["bad_json", "bad_json", "parse_error"]))).toMatchObject([
      {
        rule: "error-code-stable",
        message: "a request when the body is not JSON has the codes bad_json (2), parse_error (1)",
        cases: ["POST /2 > 400 ec-json-malformed-truncated"],
      },
    ]);
  });

  it.each([
    ["the codes agree", refused(["bad_json", "bad_json", "bad_json"])],
    ["there are few endpoints", refused(["bad_json", "parse_error"])],
    ["each resource has its own", refused(["no_book", "no_author", "no_order"], "ec-id-unknown", "404")],
    ["each field has its own", refused(["title_missing", "name_missing", "sku_missing"], "ec-field-missing-required")],
    [
      "the endpoints ask for other credentials",
      refused(["no_key", "no_token", "no_key"], "ec-auth-missing", "401", [
        { headers: [{ name: "WWW-Authenticate", value: "ApiKey" }] },
        { headers: [{ name: "WWW-Authenticate", value: 'Bearer realm="a"' }] },
        { headers: [{ name: "WWW-Authenticate", value: "ApiKey" }] },
      ]),
    ],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("suite-header-policy-uniform", () => {
  const nosniff = { headers: [{ name: "X-Content-Type-Options", value: "nosniff" }] };
  const hsts = { headers: [{ name: "Strict-Transport-Security", value: "max-age=9" }] };
  const pages = (changes: ReadonlyArray<SuiteCase>) => changes.map((one, at) => suiteCase(`GET /${at}`, "200", one));

  it("counts the responses without the header", () => {
    expect(findingsOf(pages([...times(4, nosniff), {}]))).toMatchObject([
      {
        rule: "suite-header-policy-uniform",
        message: "1 of 5 JSON responses have no x-content-type-options, and the others do",
        cases: ["GET /4 > 200"],
      },
    ]);
  });

  it("asks for HSTS where there is TLS, and only there", () => {
    const some = pages([...times(4, hsts), {}]);
    expect(brokenRules(some, "https://localhost")).toEqual(["suite-header-policy-uniform"]);
    expect(brokenRules(some)).toEqual([]);
  });

  it.each([
    ["all have it", pages(times(5, nosniff))],
    ["none has it", pages(times(5, {}))],
    ["only a framework's own pages have it", pages([...times(5, {}), ...times(2, nosniff)])],
    ["another kind of content has none", pages([...times(5, nosniff), { type: "text/plain" }])],
    ["there is nothing to sniff at", pages([...times(5, nosniff), { sizeBytes: 0 }])],
    ["a gateway answers for some", pages([...times(5, nosniff), nginx])],
    ["there are few responses", pages([...times(3, nosniff), {}])],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});
