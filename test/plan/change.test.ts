import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, collectionOf, manifestOf } from "../support/suite.ts";

function find(endpoints: string, id: string) {
  const one = casesOf(expandPlan(manifestOf(`baseUrl: http://localhost:1\nendpoints:\n${endpoints}`))).find(
    (other) => other.id === id,
  );
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

function jsonOf(endpoints: string, id: string): unknown {
  const body = find(endpoints, id).request?.body;
  return body?.kind === "text" ? JSON.parse(body.text) : body;
}

describe("the happy request with one difference", () => {
  const happy = `
  POST /a/{x}/{y}:
    path: { x: 1, y: 2 }
    body: { kind: basic, size: 1 }
    expect:
      200: { when: { path: { x: 9 }, body: { kind: full, extra: yes } } }
      404:
      422:
      409: { name: clash, when: { path: { y: 8 }, body: { size: 2 } } }
`;

  it("starts from the body and the path that the happy case sends", () => {
    expect(jsonOf(happy, "POST /a/{x}/{y} > 200")).toEqual({ kind: "full", size: 1, extra: "yes" });
    expect(jsonOf(happy, "POST /a/{x}/{y} > 422 field-missing-required extra")).toEqual({ kind: "full", size: 1 });
    expect(jsonOf(happy, "POST /a/{x}/{y} > 422 field-wrong-type size")).toEqual({
      kind: "full",
      size: "newmanifest",
      extra: "yes",
    });
    expect(jsonOf(happy, "POST /a/{x}/{y} > 409 clash")).toEqual({ kind: "full", size: 2, extra: "yes" });
    expect(find(happy, "POST /a/{x}/{y} > 409 clash").request?.path).toBe("/a/9/8");
    expect(find(happy, "POST /a/{x}/{y} > 404 id-unknown").request?.path).toBe("/a/9/2147483646");
  });

  it("changes, adds and removes the parts of a form", () => {
    const form = `
  POST /f: { multipart: { title: Dune, note: x }, expect: { 200: , 422: { name: odd, when: { body: { title: 7, note: null, more: y } } } } }
`;
    expect(find(form, "POST /f > 422 odd").request?.body).toEqual({
      kind: "multipart",
      parts: [
        { name: "title", value: "7" },
        { name: "more", value: "y" },
      ],
    });
  });

  it("says that no field of a text can be changed", () => {
    const raw = "  POST /r: { rawBody: hello, expect: { 200: , 400: { name: odd, when: { body: { a: 1 } } } } }\n";
    expect(find(raw, "POST /r > 400 odd").unproven).toBe("this body is not JSON: use `rawBody`");
  });

  it("says what a body is where there was none", () => {
    const bare = "  POST /b: { expect: { 200: , 400: { name: odd, when: { body: { a: 1 } } } } }\n";
    expect(find(bare, "POST /b > 400 odd").request?.headers).toContainEqual(["Content-Type", "application/json"]);
    expect(find(bare, "POST /b > 200").request?.headers).toEqual([]);
  });

  it("has another authentication scheme only where there is one", () => {
    const text = (auth: string) =>
      casesOf(
        expandPlan(
          manifestOf(`baseUrl: http://localhost:1\nauth: { member: ${auth} }\nendpoints:\n  GET /a: 200 401\n`),
        ),
      ).map(({ edge }) => edge);
    expect(text("{ bearer: '{{t}}' }")).toContain("ec-auth-wrong-scheme");
    expect(text("{ apiKey: { name: X-Key, value: '{{t}}' } }")).not.toContain("ec-auth-wrong-scheme");
  });
});

describe("a saved value", () => {
  it("enters a path encoded", () => {
    const manifest = manifestOf(
      "baseUrl: http://localhost:1\nendpoints:\n  GET /a: 200\nflows:\n  F: [ { GET /a: { expect: 200, save: { key: $.key, other: $.o } } }, { 'GET /a/{key}': 200 } ]\n",
    );
    const { plan, collection } = collectionOf(manifest);
    const steps = plan.groups.find(({ kind }) => kind === "flow")?.cases ?? [];
    expect(steps[1]?.request?.path).toBe("/a/{{key_path}}");
    const script = JSON.stringify(collection).replaceAll('\\"', '"');
    expect(script).toContain('pm.collectionVariables.set("key_path", encodeURIComponent(value));');
    expect(script).not.toContain("other_path");
  });
});

describe("what a `when` says of credentials and of bursts", () => {
  it("a header of credentials stands in place of the identity's", () => {
    const text = `baseUrl: http://localhost:1
auth: { me: { bearer: "{{token}}" }, key: { apiKey: { name: X-Key, value: "{{key}}" } } }
endpoints:
  GET /a: { expect: { 200: null, 401: { name: garbage, when: { headers: { authorization: Bearer } } } } }
  GET /b: { as: key, expect: { 200: null, 401: { name: garbage, when: { headers: { X-Key: none } } } } }
  GET /c: { expect: { 200: null, 400: { name: tenant, when: { headers: { X-Tenant: none } } } } }`;
    const cases = casesOf(expandPlan(manifestOf(text))).filter(({ title }) => /garbage|tenant/.test(title));
    expect(cases.map(({ path, request }) => [path, request?.auth?.kind])).toEqual([
      ["/a", undefined],
      ["/b", undefined],
      ["/c", "bearer"],
    ]);
  });

  it("a burst is sent with its own difference", () => {
    const burst = find(
      '  GET /a: { expect: { 200: null, 429: { burst: 3, when: { query: { user: "7" } } } } }',
      "GET /a > 429 burst of 3",
    );
    expect(burst.request?.query).toEqual([["user", "7"]]);
  });
});
