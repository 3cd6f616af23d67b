import { describe, expect, it } from "vitest";
import { manifestOf, sourcesOf, textAt } from "./parse-text.ts";

const text = `name: Bookstore
baseUrl: http://localhost:4010

auth:                                        # identities; the first is everybody's default
  member: { bearer: "{{memberToken}}" }
  admin:  { bearer: "{{adminToken}}" }

endpoints:
  GET /health: { public: true, expect: 200 503 }
  GET /books: 200 401
  POST /books:
    body: { title: Dune, isbn: "{{$guid}}", pages: 412 }
    expect: 201 400 401 409 415 422
  GET /books/{id}: 200 304 401 404
  PUT /books/{id}:
    body: { title: Dune Messiah, isbn: "{{$guid}}", pages: 256 }
    expect: 200 401 404 412 422
  DELETE /books/{id}: 204 401 404
  GET /admin/stats: { as: admin, expect: 200 401 403 }
`;

describe("the bookstore manifest", () => {
  const manifest = manifestOf(text);

  it("has its suite keys, and defaults for the rest", () => {
    expect(manifest).toMatchObject({
      name: "Bookstore",
      baseUrl: "http://localhost:4010",
      environments: [{ name: "default", baseUrl: "http://localhost:4010", variables: {}, isReadOnly: false }],
      profile: "standard",
      strict: false,
      headers: {},
      policy: {},
      rules: {},
      defaults: { headers: [] },
      flows: [],
    });
    expect(manifest.sources).toEqual([{ file: "api.yaml", text }]);
  });

  it("has its identities in order", () => {
    expect(manifest.identities.map(({ name, auth }) => [name, auth])).toEqual([
      ["member", { kind: "bearer", token: "{{memberToken}}" }],
      ["admin", { kind: "bearer", token: "{{adminToken}}" }],
    ]);
  });

  it("takes tokens without a value for secrets", () => {
    expect(manifest.variables).toMatchObject([
      { name: "memberToken", isSecret: true, isFromProcess: false },
      { name: "adminToken", isSecret: true, isFromProcess: false },
    ]);
    expect(manifest.variables.map(({ span }) => textAt(manifest, span))).toEqual(["{{memberToken}}", "{{adminToken}}"]);
  });

  it("has every endpoint with its codes and the identity that sends it", () => {
    const rows = manifest.endpoints.map(({ id, identity, expect: codes }) => [
      id,
      identity,
      codes.map((code) => code.codes.text).join(" "),
    ]);
    expect(rows).toEqual([
      ["GET /health", undefined, "200 503"],
      ["GET /books", "member", "200 401"],
      ["POST /books", "member", "201 400 401 409 415 422"],
      ["GET /books/{id}", "member", "200 304 401 404"],
      ["PUT /books/{id}", "member", "200 401 404 412 422"],
      ["DELETE /books/{id}", "member", "204 401 404"],
      ["GET /admin/stats", "admin", "200 401 403"],
    ]);
  });

  it("chains ids to what the POST creates", () => {
    for (const id of ["GET /books/{id}", "PUT /books/{id}", "DELETE /books/{id}"]) {
      const endpoint = manifest.endpoints.find((each) => each.id === id);
      expect(endpoint && sourcesOf(endpoint)).toEqual({ id: { kind: "created", by: "POST /books" } });
    }
  });

  it("keeps bodies as they are", () => {
    expect(manifest.endpoints[2]?.body).toEqual({
      kind: "json",
      value: { title: "Dune", isbn: "{{$guid}}", pages: 412 },
      optional: [],
    });
  });

  it("knows where each code and each endpoint stands", () => {
    for (const endpoint of manifest.endpoints) {
      expect(textAt(manifest, endpoint.span)).toBe(endpoint.id);
      for (const { codes, span } of endpoint.expect) expect(textAt(manifest, span)).toBe(codes.text);
    }
  });

  it("is the same in JSON", () => {
    const json = JSON.stringify({
      name: "Bookstore",
      baseUrl: "http://localhost:4010",
      auth: { member: { bearer: "{{memberToken}}" }, admin: { bearer: "{{adminToken}}" } },
      endpoints: {
        "GET /health": { public: true, expect: "200 503" },
        "GET /books": "200 401",
        "POST /books": {
          body: { title: "Dune", isbn: "{{$guid}}", pages: 412 },
          expect: [201, 400, 401, 409, 415, 422],
        },
        "GET /books/{id}": "200 304 401 404",
        "PUT /books/{id}": {
          body: { title: "Dune Messiah", isbn: "{{$guid}}", pages: 256 },
          expect: "200 401 404 412 422",
        },
        "DELETE /books/{id}": { expect: { 204: null, 401: null, 404: null } },
        "GET /admin/stats": { as: "admin", expect: "200 401 403" },
      },
    });
    expect(withoutPlaces(manifestOf(json))).toEqual(withoutPlaces(manifest));
  });
});

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === "span" || key === "sources" ? undefined : part)));
}
