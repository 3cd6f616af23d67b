import { expect, test } from "vitest";
import { matrix } from "../../src/result/matrix.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

const get = "GET /books";
const bodyIsWrong = answered(get, 422, { expected: "400|422", checks: [check("manifest-body", false)] });
const twice = (first: CaseRun["origin"], second: CaseRun["origin"], code: number) => [
  buildCase(get, "404", { about: "first", origin: first }),
  buildCase(get, "404", { about: "second", origin: second, attempts: [code] }),
];
const control = buildCase(get, "200", { attempts: [500] });

test.each([
  { name: "a proven code", cases: [buildCase(get, "200")], cells: "200 proven" },
  { name: "a flaky one is proven", cases: [buildCase(get, "200", { attempts: [503, 200] })], cells: "200 proven" },
  { name: "only implied", cases: [buildCase(get, "404", { origin: "implied" })], cells: "404 implied" },
  { name: "declared and implied", cases: twice("implied", "declared", 404), cells: "404 proven" },
  { name: "proven and failed", cases: twice("declared", "implied", 200), cells: "404 failed" },
  {
    name: "another code that is right as well",
    cases: [buildCase(get, "422", { attempts: [answered(get, 400, { expected: "422|400" })] })],
    cells: "400 proven, 422 unproven",
  },
  {
    name: "another code once, and the declared one elsewhere",
    cases: [
      buildCase(get, "422", { about: "first", attempts: [answered(get, 400, { expected: "422|400" })] }),
      buildCase(get, "422", { about: "second" }),
    ],
    cells: "400 proven, 422 proven",
  },
  {
    name: "nearly any code, and the one that is wrong came",
    cases: [
      buildCase(get, "200"),
      buildCase(get, "2xx|3xx|4xx", { about: "good", origin: "implied", attempts: [200] }),
      buildCase(get, "2xx|3xx|4xx", { about: "bad", origin: "implied", attempts: [500] }),
    ],
    cells: "200 proven, 500 failed",
  },
  { name: "either code, one came", cases: [buildCase(get, "400|422", { attempts: [422] })], cells: "422 proven" },
  {
    name: "either code, another came",
    cases: [buildCase(get, "400|422", { attempts: [500] })],
    cells: "400 failed, 422 failed",
  },
  {
    name: "either code, one came and its body is wrong",
    cases: [buildCase(get, "400|422", { attempts: [bodyIsWrong] })],
    cells: "422 failed",
  },
  {
    name: "either code, one came for the one case and neither for the other",
    cases: [
      buildCase(get, "400|422", { about: "no isbn", attempts: [422] }),
      buildCase(get, "400|422", { about: "no title", attempts: [500] }),
    ],
    cells: "422 failed",
  },
  { name: "a class, a code came", cases: [buildCase(get, "2xx", { attempts: [206] })], cells: "206 proven" },
  { name: "a class, nothing came", cases: [buildCase(get, "2xx", { attempts: [refused()] })], cells: "2xx errored" },
  { name: "an unproven code", cases: [buildCase(get, "503", { unproven: "add `when`" })], cells: "503 unproven" },
  { name: "a skipped code", cases: [buildCase(get, "200", { skipped: "read-only" })], cells: "200 skipped" },
  {
    name: "skipped and unproven",
    cases: [
      buildCase(get, "503", { about: "a", skipped: "read-only" }),
      buildCase(get, "503", { about: "b", unproven: "add `when`" }),
    ],
    cells: "503 unproven",
  },
  {
    name: "inconclusive",
    cases: [control, buildCase(get, "401", { needs: [control.id] })],
    cells: "200 failed, 401 inconclusive",
  },
  { name: "support that passed", cases: [buildCase(get, "200", { origin: "support" })], cells: "" },
  {
    name: "support that errored",
    cases: [buildCase(get, "200", { origin: "support", attempts: [refused()] })],
    cells: "",
  },
  {
    name: "support that failed",
    cases: [buildCase(get, "200", { origin: "support", attempts: [404] })],
    cells: "200 failed",
  },
])("$name: $cells", ({ cases, cells }) => {
  const drawn = matrix(buildRun(cases)).map(({ code, state }) => `${code} ${state}`);
  expect(drawn.join(", ")).toBe(cells);
});

test("rows are in plan order, codes ascend with a class after its codes", () => {
  const cases = [
    buildCase("POST /books", "409"),
    buildCase(get, "404"),
    buildCase("POST /books", "201"),
    buildCase(get, "2xx", { attempts: [refused()] }),
    buildCase(get, "200"),
  ];
  expect(matrix(buildRun(cases)).map(({ endpoint, code }) => `${endpoint} ${code}`)).toEqual([
    "POST /books 201",
    "POST /books 409",
    "GET /books 200",
    "GET /books 2xx",
    "GET /books 404",
  ]);
});
