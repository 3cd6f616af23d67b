import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseManifest } from "../../src/manifest/parse.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case, Group } from "../../src/plan/model.ts";
import { splitGroup } from "../../src/run/dispatch/split-group.ts";
import { manifestOf } from "../support/suite.ts";

const groupsOf = (endpoints: string) =>
  expandPlan(
    manifestOf(
      `baseUrl: http://localhost:1\nprofile: thorough\nauth: { me: { bearer: "{{token}}" } }\nendpoints:\n${endpoints}`,
    ),
  ).groups;
const only = ([group]: ReadonlyArray<Group>): Group => {
  if (group === undefined) throw new Error("no group");
  return group;
};
const codes = ({ expected }: Case) => expected.codes;

describe("a group of which nobody looks what is left behind", () => {
  const group = only(groupsOf("  POST /search: { body: { q: a, size: 1, sort: up }, expect: 200 400 401 415 422 }\n"));
  const [rest = [], ...parts] = splitGroup(group);

  it("is split: negatives that say what is wrong with a request need nothing of the others", () => {
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.flat().length).toBeGreaterThanOrEqual(8);
    for (const one of parts.flat()) expect(codes(one).every((code) => code >= 400)).toBe(true);
    expect(rest.some(({ isControl }) => isControl)).toBe(true);
  });

  it("loses nothing, and has nothing twice", () => {
    const ids = [...rest, ...parts.flat()].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(group.cases.map(({ id }) => id).toSorted());
  });
});

describe("a group whose reads tell whether what was refused has left a trace", () => {
  const group = only(
    groupsOf(
      "  POST /books: { body: { title: a }, expect: 201 400 401 422 }\n  GET /books: 200 401 406\n  GET /books/{id}: 200 401 404\n  DELETE /books/{id}: 204 401 404\n",
    ),
  );

  it("gives away reads alone, and none that need an id", () => {
    const [, ...parts] = splitGroup(group);
    for (const one of parts.flat()) expect([one.method, one.path]).toEqual(["GET", "/books"]);
  });
});

describe("the worked examples", () => {
  const files = ["bookstore", "shop", "accounts", "files", "gateway"].map(
    (name) => `collections/${name}/newmanifest.yaml`,
  );

  it.each(files)("are split into parts that hold every case once: %s", (file) => {
    const { manifest } = parseManifest([file], { read: (name) => readFileSync(name, "utf8"), env: {} });
    if (manifest === undefined) throw new Error(file);
    for (const group of expandPlan({ ...manifest, profile: "thorough" }).groups) {
      const parts = splitGroup(group);
      expect(
        parts
          .flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(group.cases.map(({ id }) => id).toSorted());
      // A case that deletes what is left, or goes where others led, stays with them.
      for (const one of parts.slice(1).flat()) expect(one.origin).not.toBe("support");
    }
  });
});
