import { describe, expect, it } from "vitest";
import { manifestOf, mistakesOf, parseTexts } from "./parse-text.ts";

const head = "baseUrl: http://x\n";

describe("variables", () => {
  it("come from everywhere a request is made of, once each, in the order of the text", () => {
    const { variables } = manifestOf(`baseUrl: "{{host}}/v1"
headers: { A: "{{a}}{{b}}" }
environments: { local: { variables: { a: "{{nested}}", host: x } } }
endpoints:
  POST /{{version}}/{id}:
    path: { id: "{{id}}" }
    query: { q: "{{q}} {{a}}" }
    body: { list: [{ deep: "{{deep}}" }], random: "{{$guid}}", url: "{{baseUrl}}" }
    expect: { 200: { equals: { x: "{{equal}}" } }, 404: { when: { path: { id: "{{missing}}" } } } }`);
    const names = ["host", "a", "b", "nested", "version", "id", "q", "deep", "equal", "missing"];
    expect(variables.map(({ name }) => name)).toEqual(names);
  });

  it("of the process are secrets, written as variables of Postman", () => {
    const { headers, variables } = manifestOf(`${head}headers: { A: "x-\${API_KEY}" }\nendpoints:\n  GET /a: 200`);
    expect(headers).toEqual({ A: "x-{{API_KEY}}" });
    expect(variables).toMatchObject([{ name: "API_KEY", isFromProcess: true, isSecret: true }]);
  });

  it("are secrets when they are listed, or are credentials without a value", () => {
    const { variables } = manifestOf(`${head}secrets: [pin]
environments: { local: { variables: { open: a } } }
auth: { a: { bearer: "{{open}}" }, b: { bearer: "{{closed}}" } }
headers: { A: "{{pin}}{{plain}}" }
endpoints:
  GET /a: 200`);
    expect(Object.fromEntries(variables.map(({ name, isSecret }) => [name, isSecret]))).toEqual({
      open: false,
      closed: true,
      pin: true,
      plain: false,
    });
  });

  it("do not include the columns of data", () => {
    const lines = 'endpoints:\n  GET /a: { data: [{ word: x }], query: { q: "{{word}}" }, expect: 200 }';
    expect(manifestOf(`${head}${lines}`).variables).toEqual([]);
  });

  it("of the process that are not set are warned of, where that is known", () => {
    const text = `${head}headers: { A: "\${API_KEY}" }\nendpoints:\n  GET /a: 200`;
    expect(parseTexts({ "api.yaml": text }, { API_KEY: "x" }).diagnostics).toEqual([]);
    const { manifest, diagnostics } = parseTexts({ "api.yaml": text }, { API_KEYS: "x" });
    expect(manifest).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: "unset-variable", args: { name: "API_KEY", nearest: "API_KEYS" } }]);
  });

  it("that differ in a number only are not slips of each other", () => {
    const text = `${head}environments: { local: { variables: { user1: a } } }
headers: { A: "{{user2}}", B: "{{usr1}}" }
endpoints:
  GET /a: 200`;
    expect(mistakesOf(text)).toMatchObject([{ code: "variable-near-miss", args: { name: "usr1", nearest: "user1" } }]);
  });
});
