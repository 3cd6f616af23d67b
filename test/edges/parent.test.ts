import { afterEach, describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Run } from "../../src/result/model.ts";
import { listen, type Running } from "../servers/listen.ts";
import { casesOf, manifestOf, notPassed, redChecks, runAgainst } from "../support/suite.ts";

const text = `
baseUrl: http://localhost:1
defaults: { errors: { message: There is none here. } }
endpoints:
  POST /projects: { body: { name: Web }, expect: 201 }
  GET /projects/{id}: 200
  DELETE /projects/{id}: 204
  POST /projects/{id}/tasks: { body: { title: Write }, expect: 201 }
  GET /projects/{id}/tasks/{task}: 200 404
  PATCH /projects/{id}/tasks/{task}: { body: { title: Read }, expect: 200 }
  DELETE /projects/{id}/tasks/{task}: 204
`;

const parent = "ec-parent-unknown";

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

/** Project 1 with task 7; below another project a task is answered with this code. */
async function runWith(elsewhere: number): Promise<Run> {
  const codes: Readonly<Record<string, number>> = { POST: 201, DELETE: 204 };
  server = await listen(
    ({ method = "", url = "" }, response) => {
      const isTask = /\/tasks\b/.test(url);
      const isKnown = /^\/projects(\/1(\/tasks(\/7)?)?)?(\?|$)/.test(url);
      const isElsewhere = /\/tasks\/7$/.test(url) && !isKnown;
      const status = isKnown ? (codes[method] ?? 200) : isElsewhere ? elsewhere : 404;
      const location = isTask ? "/projects/1/tasks/7" : "/projects/1";
      response.writeHead(status, { "Content-Type": "application/json", ...(status === 201 && { Location: location }) });
      const body = status < 300 ? { id: isTask ? 7 : 1 } : { message: "There is none here." };
      response.end(status === 204 ? undefined : JSON.stringify(body));
    },
    () => 0,
  );
  return runAgainst(server.url, text);
}

function titlesOf(manifest: string): ReadonlyArray<string> {
  const cases = casesOf(expandPlan(manifestOf(manifest)));
  return cases.flatMap(({ edge, title }) => (edge === parent ? [title] : []));
}

describe("a child below an unknown parent", () => {
  it("is read once, by the GET of the item: the child's id is the real one", () => {
    expect(titlesOf(text)).toEqual(["GET /projects/{id}/tasks/{task} -> 404|410|400|403|422 below an unknown id"]);
    const own = casesOf(expandPlan(manifestOf(text))).find(({ edge }) => edge === parent);
    expect(own?.request?.path).toMatch(/^\/projects\/\{\{\w+unknown\w*\}\}\/tasks\/\{\{\w+\}\}$/);
  });

  it.each([
    ["there is one id", ["POST /tasks: { body: { title: Write }, expect: 201 }", "GET /tasks/{id}: 200"]],
    [
      "the parent is written out",
      [
        "POST /teams/{team}/tasks: { path: { team: a }, body: { title: Write }, expect: 201 }",
        "GET /teams/{team}/tasks/{id}: { path: { team: a }, expect: 200 }",
      ],
    ],
  ])("is not asked for where %s", (_, endpoints) => {
    expect(titlesOf(`baseUrl: http://localhost:1\nendpoints:\n  ${endpoints.join("\n  ")}\n`)).toEqual([]);
  });

  it.each([404, 410, 400, 403, 422])("may be answered with %i", async (code) => {
    const run = await runWith(code);
    const own = run.cases.filter(({ edge }) => edge === parent);
    expect(own.flatMap(({ attempts }) => attempts.at(-1)?.checks ?? []).filter(({ passed }) => !passed)).toEqual([]);
    expect(own.map(({ attempts }) => attempts.at(-1)?.response?.status)).toEqual([code]);
  });

  it("is a warning where it is shown all the same, and red where the server fails", async () => {
    const shown = await runWith(200);
    const own = shown.cases.filter(({ edge }) => edge === parent);
    const failed = own.flatMap(({ attempts }) => attempts.at(-1)?.checks ?? []).filter(({ passed }) => !passed);
    expect(failed.map(({ rule, level }) => [rule, level])).toEqual([["status-preferred", "warning"]]);
    expect([...notPassed(shown), ...redChecks(shown)].filter((line) => line.includes("below"))).toEqual([]);
    await server?.close();
    const broken = await runWith(500);
    expect(redChecks(broken).filter((line) => line.includes("below"))).not.toEqual([]);
  });
});
