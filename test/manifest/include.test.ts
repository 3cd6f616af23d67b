import { describe, expect, it } from "vitest";
import { parseManifest } from "../../src/manifest/parse.ts";
import { manifestOf, parseTexts, sourcesOf } from "./parse-text.ts";

describe("include", () => {
  const files = {
    "parts/books.yaml": `include: [../auth.yaml, common/health.json]
secrets: [memberToken]
endpoints:
  POST /books: { bodySchema: book.json, expect: 201 }`,
    "parts/common/health.json": '{ "endpoints": { "GET /health": { "public": true, "expect": 200 } } }',
    "parts/book.json": '{ "example": { "title": "Dune" } }',
    "auth.yaml": 'auth: { admin: { bearer: "{{adminToken}}" } }',
  };
  const main = `baseUrl: http://x
include: [parts/books.yaml, auth.yaml]
secrets: [adminToken]
auth: { member: { bearer: "{{memberToken}}" } }
endpoints:
  GET /books/{id}: { as: admin, expect: 200 }`;

  it("unites the files into one suite", () => {
    const manifest = manifestOf(main, files);
    expect(manifest.identities.map(({ name }) => name)).toEqual(["member", "admin"]);
    expect(manifest.endpoints.map(({ id, span }) => [id, span.file])).toEqual([
      ["GET /books/{id}", "api.yaml"],
      ["POST /books", "parts/books.yaml"],
      ["GET /health", "parts/common/health.json"],
    ]);
    expect(manifest.endpoints[0] && sourcesOf(manifest.endpoints[0])).toEqual({
      id: { kind: "created", by: "POST /books" },
    });
    expect(manifest.endpoints[1]?.body).toMatchObject({ value: { title: "Dune" } });
    expect(manifest.sources.map(({ file }) => file)).toEqual([
      "api.yaml",
      "parts/books.yaml",
      "auth.yaml",
      "parts/common/health.json",
      "parts/book.json",
    ]);
  });

  it("is the same as naming the files", () => {
    const texts: Record<string, string> = { "a.yaml": "baseUrl: http://x", "b.yaml": "endpoints: { GET /a: 200 }" };
    const read = (file: string) => texts[file] ?? "";
    const { manifest } = parseManifest(["./a.yaml", "b.yaml", "a.yaml"], { read });
    expect(manifest).toMatchObject({ name: "a", endpoints: [{ id: "GET /a" }] });
    expect(manifest?.sources).toHaveLength(2);
  });

  it("does not blame others for what an unreadable file may declare", () => {
    const { diagnostics } = parseTexts({
      "api.yaml": "include: more.yaml\nendpoints:\n  GET /books/{id}: { as: admin, expect: 2000 }",
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-unreadable", "bad-code"]);
  });
});
