import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

function casesFor(text: string) {
  return casesOf(expandPlan(manifestOf(`baseUrl: http://localhost:1\n${text}`)));
}

/** Titles of the cases of some edges. */
function titlesOf(text: string, ...ids: ReadonlyArray<string>): ReadonlyArray<string> {
  return casesFor(text).flatMap(({ edge, title }) => (edge !== undefined && ids.includes(edge) ? [title] : []));
}

describe("a declared code that only a hand can provoke", () => {
  it("is unproven, and says how", () => {
    const text = `
endpoints:
  POST /files: { multipart: { file: "1" }, expect: 201 413 }
  GET /socket: 200 101 426 505
`;
    const unproven = casesFor(text).flatMap((one) =>
      one.unproven === undefined ? [] : [`${one.title}: ${one.unproven}`],
    );
    expect(unproven).toMatchInlineSnapshot(`
      [
        "POST /files -> 413: put a file that is too large beside the manifest, and send it in a flow: \`multipart: { file: { file: large.bin } }\`",
        "GET /socket -> 101: Newman waits for ever after a 101: try \`curl -i -H 'Upgrade: websocket' ...\`",
        "GET /socket -> 426: declare 426 without a success: then the endpoint is asked as it is, \`GET /socket: 426\`",
        "GET /socket -> 505: Newman always says HTTP/1.1: try it with a socket",
      ]
    `);
  });

  it("is proven by an edge of the third tier where there is one", () => {
    const text = "endpoints: { POST /things: { body: { name: a }, expect: 201 413 } }";
    expect(titlesOf(text, "ec-body-too-large")).toEqual(["POST /things -> 413 when the body has 11 MB"]);
  });
});

describe("a policy", () => {
  const suite = (policy: string) => `
profile: thorough
policy: { ${policy} }
endpoints:
  GET /things: 200
  POST /things: { body: { name: a }, expect: 201 }
  DELETE /things/{id}: 204
`;

  it.each([
    ["malformed: 422", "ec-json-malformed-truncated", "POST /things -> 422 when the body is not JSON"],
    ["missingContentType: 415", "ec-ct-missing", "POST /things -> 415 when the body has no media type"],
    ["unacceptableAccept: 406", "ec-accept-unsupported", "GET /things -> 406 when no acceptable media type is left"],
    ["wrongMethod: 404", "ec-method-undeclared", "GET /things -> 404 with PATCH instead"],
  ])("%s narrows what is right", (policy, edge, title) => {
    expect(titlesOf(suite(policy), edge)).toContain(title);
    expect(titlesOf(suite(""), edge)).not.toContain(title);
  });

  it("gives way to what is declared", () => {
    const text =
      "policy: { missingContentType: 415 }\nprofile: thorough\nendpoints: { POST /a: { body: { b: 1 }, expect: 201 415 } }";
    expect(titlesOf(text.replace("201 415", "200 415"), "ec-ct-missing")).toEqual([
      "POST /a -> 415 when the body has no media type",
    ]);
    expect(
      titlesOf(
        text.replace("missingContentType: 415", "wrongMethod: 404").replace("201 415", "200 405"),
        "ec-method-undeclared",
      ),
    ).toEqual(["POST /a -> 405 with PATCH instead"]);
  });
});

describe("what an endpoint is not", () => {
  it("a create whose things cannot be deleted is not sent once more as it was", () => {
    const text = (more: string) =>
      `profile: thorough\nendpoints:\n  POST /orders: { body: { sku: A1 }, expect: 201 }\n${more}`;
    const accepted = ["ec-ct-missing", "ec-json-bom", "ec-form-instead-of-json"];
    expect(titlesOf(text(""), ...accepted)).toEqual([]);
    expect(titlesOf(text("  DELETE /orders/{id}: 204\n"), ...accepted).length).toBe(3);
    expect(titlesOf(text(""), "ec-json-malformed-truncated").length).toBe(1);
  });

  it("what is asked of a path is asked once", () => {
    const text = "profile: thorough\nendpoints: { GET /a: 200, POST /a: { body: { b: 1 }, expect: 200 } }";
    expect(titlesOf(text, "ec-method-trace", "ec-method-unknown", "ec-method-options").length).toBe(3);
  });

  it("XML that may be SOAP is not asked for a file: its faults are 500", () => {
    const text = (type: string) =>
      `profile: thorough\nendpoints: { POST /a: { rawBody: { text: <a/>, contentType: ${type} }, expect: 200 } }`;
    expect(titlesOf(text("application/xml"), "ec-xml-xxe").length).toBe(1);
    for (const type of ["text/xml", "application/soap+xml"]) expect(titlesOf(text(type), "ec-xml-xxe")).toEqual([]);
  });
});

describe("what stands before the API", () => {
  it("has not heard of what every response must be", () => {
    const text = `
profile: thorough
defaults: { headers: { X-Request-Id: true }, under: 1s }
endpoints: { GET /a: 200 405 }
`;
    const rulesOf = (id: string) =>
      casesFor(text)
        .find(({ edge }) => edge === id)
        ?.checks.map(({ rule }) => rule);
    expect(rulesOf("ec-method-undeclared")).toContain("manifest-header");
    expect(rulesOf("ec-method-undeclared")).toContain("manifest-under");
    expect(rulesOf("ec-header-too-large")).not.toContain("manifest-header");
    expect(rulesOf("ec-header-too-large")).not.toContain("manifest-under");
  });
});
