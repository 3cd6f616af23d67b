import { describe, expect, it } from "vitest";
import { requestLine } from "../../../src/collection/foreign/request-line.ts";

describe("what a request asks for", () => {
  it.each([
    ["{{baseUrl}}/users/:id?x=1#h", "GET /users/:id", "{{baseUrl}}"],
    ["{{baseUrl}}/users/", "GET /users", "{{baseUrl}}"],
    ["{{baseUrl}}/", "GET /", "{{baseUrl}}"],
    ["{{baseUrl}}users/{{id}}", "GET /users/{{id}}", "{{baseUrl}}users"],
    ["{{url}}", "GET {{url}}", "{{url}}"],
    ["https://api.example.com:8443/a?next=/b", "GET /a", "https://api.example.com:8443"],
    ["{{scheme}}://{{host}}:{{port}}/a", "GET /a", "{{scheme}}://{{host}}:{{port}}"],
    ["http://user:pass@host/a", "GET /a", "http://host"],
    ["localhost/a", "GET /a", "localhost"],
    ["", "GET /", undefined],
    [{ method: "post", url: "http://h/a" }, "POST /a", "http://h"],
    [{ method: " ", url: "http://h" }, "GET /", "http://h"],
    [{ method: "PURGE", url: { raw: "http://other/x", host: ["{{h}}"], path: ["a", ":b"] } }, "PURGE /a/:b", "{{h}}"],
    [{ url: { protocol: "https", host: "a.b", port: "8", path: "/c/d" } }, "GET /c/d", "https://a.b:8"],
    [{ url: { host: ["a"], path: [{ type: "any", value: "x" }, 5, null] } }, "GET /x/5", "a"],
    [{ url: { raw: "{{base}}/only/raw" } }, "GET /only/raw", "{{base}}"],
    [{ url: { host: { a: 1 }, path: 5 } }, "GET /", undefined],
    [{ url: 5 }, "GET /", undefined],
    [null, "GET /", undefined],
  ])("%j", (request, endpoint, origin) => {
    const line = requestLine(request);
    expect({ endpoint: line.endpoint, origin: line.origin }).toEqual({ endpoint, origin });
    expect(line.endpoint).toBe(`${line.method} ${line.path}`);
  });
});
