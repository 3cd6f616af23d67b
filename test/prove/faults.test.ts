import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/mock/fault.ts";
import { faultSites } from "../../src/mock/fault-sites.ts";
import { faults } from "../../src/mock/faults.ts";
import { mockVariables } from "../../src/mock/variables.ts";
import { packageRoot } from "../../src/package.ts";
import { manifestOf } from "../support/suite.ts";

describe("the table of faults", () => {
  it("has no id twice", () => {
    const folder = join(packageRoot, "src/mock/faults");
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const ids = texts.flatMap((text) => [...text.matchAll(/^ {2}"([\w-]+)":/gm)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThanOrEqual(70);
    expect([...ids].sort()).toEqual(Object.keys(faults).sort());
  });

  it("says of each what is wrong, what it breaks and what makes a suite look for it", () => {
    for (const [id, { mistake, breaks, remedy }] of Object.entries<Fault>(faults)) {
      expect([id, mistake.length > 15, breaks.length > 8, Object.keys(remedy).length]).toEqual([id, true, true, 1]);
    }
  });
});

describe("where a fault can be", () => {
  const sitesOf = (text: string) => {
    const manifest = manifestOf(text);
    return faultSites(manifest, mockVariables(manifest));
  };

  it("is told by endpoint, with what is still to be declared there", () => {
    const sites = sitesOf(`
baseUrl: http://localhost:1
auth: { ann: { bearer: "{{ann}}" } }
endpoints:
  GET /books: 200 401
  POST /books: { body: { title: Dune }, expect: 201 }
`);
    expect(sites.get("writes-are-open")).toEqual([
      { endpoint: "POST /books", key: "POST /books", remedy: "declare 401 on POST /books" },
    ]);
    expect(sites.get("reads-are-open")).toEqual([{ endpoint: "GET /books", key: "GET /books" }]);
  });

  it("is nowhere in an API that cannot have it", () => {
    const sites = sitesOf("baseUrl: http://localhost:1\nendpoints: { GET /health: 200 }");
    for (const id of ["no-location", "no-challenge", "never-304", "no-limit", "patch-takes-the-rest"] as const) {
      expect(sites.get(id)).toEqual([]);
    }
  });
});
