import { describe, expect, it } from "vitest";
import { brokenRules, findingsOf, implied, suiteCase } from "./suite-run.ts";

const endpoints = ["GET /a/{id}", "GET /b/{id}", "GET /c/{id}", "GET /d/{id}"];

describe("e200-all-endpoints-200", () => {
  const edges = ["ec-auth-missing", "ec-id-unknown", "ec-json-malformed-truncated"] as const;
  const lenient = edges.map((edge) => suiteCase("POST /a/{id}", "400|200", { status: 200, edge }));

  it("says that every fault is answered with 200", () => {
    const all = [suiteCase("POST /a/{id}", "200"), ...lenient];
    expect(findingsOf(all)).toEqual([
      {
        rule: "e200-all-endpoints-200",
        level: "error",
        message: "all 4 responses are 200, whatever was wrong with the request",
        cases: lenient.map(({ id }) => id),
      },
    ]);
  });

  it.each([
    ["one response is another", [...lenient, suiteCase("DELETE /a/{id}", "204", { sizeBytes: 0 })]],
    ["nothing but valid requests was sent", endpoints.map((one) => suiteCase(one, "200"))],
    [
      "only what may be overlooked was overlooked",
      [
        implied("POST /a", "ec-field-wrong-type", "2xx|4xx", 200),
        implied("GET /a", "ec-accept-unsupported", "406|2xx", 200),
        implied("POST /a", "ec-ct-unsupported", "415|2xx", 200),
      ],
    ],
    ["the cases are red themselves", edges.map((edge) => suiteCase("POST /a", "400", { status: 200, edge }))],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("400-not-catchall", () => {
  const everything400 = [
    implied("GET /a/{id}", "ec-id-unknown", "404|400", 400),
    implied("PATCH /a", "ec-method-undeclared", "4xx", 400),
    implied("POST /a", "ec-ct-unsupported", "415|400", 400),
    implied("POST /a", "ec-json-malformed-truncated", "400|422", 400),
  ];

  it("says where other codes say more", () => {
    expect(findingsOf(everything400)).toMatchObject([
      { rule: "400-not-catchall", message: "400 comes for everything, also where 404, 405, 415 say more" },
    ]);
  });

  it("leaves out what the server's software refuses", () => {
    const tooLong = implied("GET /a", "ec-uri-too-long", "4xx", 414);
    expect(brokenRules([...everything400, tooLong])).toEqual(["400-not-catchall"]);
  });

  it.each([
    ["one of them is not 400", [...everything400.slice(1), implied("GET /a/{id}", "ec-id-unknown", "404|400", 404)]],
    ["only bodies were broken", everything400.slice(3)],
    ["there are few kinds of faults", everything400.slice(1)],
    ["nothing was sent", []],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("suite-code-diversity", () => {
  const kinds = [
    implied("GET /a/{id}", "ec-id-unknown", "404|400", 404),
    implied("PATCH /a", "ec-method-undeclared", "4xx", 404),
    implied("POST /a", "ec-ct-unsupported", "415|400", 400),
    implied("POST /a", "ec-json-malformed-truncated", "400|422", 400),
    implied("GET /a", "ec-accept-unsupported", "406|400", 400),
  ];

  it("says that two codes stand for five kinds of faults", () => {
    expect(findingsOf(kinds)).toMatchObject([
      { rule: "suite-code-diversity", message: "5 kinds of faults, and only 400 and 404 for them" },
    ]);
  });

  it.each([
    ["there is a third code", [...kinds, implied("GET /a", "ec-auth-missing", "401|403", 401)]],
    [
      "many faults are of few kinds",
      [
        ...(["ec-auth-missing", "ec-auth-invalid-token", "ec-auth-wrong-scheme"] as const).map((edge) =>
          suiteCase("GET /a", "401", { edge }),
        ),
        ...(["ec-id-unknown", "ec-deleted-get"] as const).map((edge) => suiteCase("GET /a/{id}", "404", { edge })),
      ],
    ],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("suite-same-fault-same-code", () => {
  const missing = (codes: ReadonlyArray<number>, family = "400|422") =>
    codes.map((status, at) => implied(`POST /${at}`, "ec-field-missing-required", family, status));

  it("names the codes that come for one fault", () => {
    expect(findingsOf(missing([422, 422, 400, 422]))).toMatchObject([
      {
        rule: "suite-same-fault-same-code",
        message: "a request when {field} is missing is answered with 422 (3), 400 (1)",
        cases: ["POST /2 > 400|422 ec-field-missing-required"],
      },
    ]);
  });

  it.each([
    ["the codes agree", missing([422, 422, 422, 422])],
    ["one in ten differs", missing([422, 422, 422, 422, 422, 422, 422, 422, 422, 400])],
    ["there are few endpoints", missing([422, 422, 400])],
    [
      "the manifest has chosen",
      [
        ...[0, 1].map((at) => suiteCase(`POST /${at}`, "422", { edge: "ec-field-missing-required" })),
        ...[2, 3].map((at) => suiteCase(`POST /${at}`, "400", { edge: "ec-field-missing-required" })),
      ],
    ],
    [
      "some resources are hidden",
      [404, 403, 404, 400].map((status, at) =>
        implied(`GET /${at}/{id}`, "ec-id-unknown", "404|410|403|400|422", status),
      ),
    ],
    [
      "a wrong type is taken here and refused there",
      [422, 201, 422, 201].map((status, at) => implied(`POST /${at}`, "ec-field-wrong-type", "2xx|4xx", status)),
    ],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("500-reserved-unexpected", () => {
  it.each([
    ["the manifest lets it pass beside a 4xx", suiteCase("POST /a", "400|500", { status: 500 })],
    ["an edge breaks the request", suiteCase("POST /a", "500", { edge: "ec-json-malformed-truncated" })],
  ])("is broken where %s", (_what, one) => {
    expect(brokenRules([one])).toEqual(["500-reserved-unexpected"]);
  });

  it.each([
    ["500 is provoked on purpose", suiteCase("GET /a", "500", { about: "with X-Simulate" })],
    ["400 came", suiteCase("POST /a", "400|500")],
    ["the case is red", suiteCase("POST /a", "400", { status: 500 })],
  ])("is silent where %s", (_what, one) => {
    expect(brokenRules([one])).toEqual([]);
  });
});

describe("suite-undocumented-codes", () => {
  const happy = suiteCase("POST /a", "201");
  const malformed = implied("POST /a", "ec-json-malformed-truncated", "400|422", 422);

  it("names the endpoint and the code", () => {
    expect(findingsOf([happy, malformed])).toEqual([
      {
        rule: "suite-undocumented-codes",
        level: "warning",
        message: "answered and not declared: POST /a 422",
        cases: [malformed.id],
      },
    ]);
  });

  it.each([
    ["it is declared", [happy, malformed, suiteCase("POST /a", "422")]],
    ["its class is declared", [happy, malformed, suiteCase("POST /a", "4xx", { status: 404 })]],
    ["any server may say it", [happy, implied("POST /a", "ec-auth-missing", "401|403", 401)]],
    ["any request may be malformed", [happy, implied("POST /a", "ec-json-malformed-truncated", "400|422", 400)]],
    ["it is where a redirect leads", [happy, suiteCase("POST /a", "200", { origin: "implied", about: "target" })]],
    ["it is another method's", [happy, { ...malformed, method: "GET" }]],
    ["it is a read-back's", [happy, { ...malformed, origin: "support" as const }]],
  ])("is silent where %s", (_what, cases) => {
    expect(brokenRules(cases)).toEqual([]);
  });
});

describe("suite-method-semantics", () => {
  it.each(["GET /a", "DELETE /a", "HEAD /a"])("is broken by 201 to %s", (endpoint) => {
    expect(brokenRules([suiteCase(endpoint, "201")])).toEqual(["suite-method-semantics"]);
  });

  it.each(["POST /a", "PUT /a", "PATCH /a"])("is silent at 201 to %s", (endpoint) => {
    expect(brokenRules([suiteCase(endpoint, "201"), suiteCase("GET /a", "200")])).toEqual([]);
  });
});
