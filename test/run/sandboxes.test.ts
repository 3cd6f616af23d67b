import { afterEach, describe, expect, it } from "vitest";
import { serveHttp, type TestServer } from "../support/http-server.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const count = 16;

/** Endpoints whose scripts end at different times; each looks at its own response. */
const suite = (script: (index: number) => string) =>
  `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${Array.from(
    { length: count },
    (_, n) => `  GET /r${n}: { expect: { 200: { tests: ${JSON.stringify(script(n))} } } }`,
  ).join("\n")}\n`;

async function run(script: (index: number) => string) {
  server = await serveHttp(({ path }) => [200, { n: Number(path.slice(2)) }]);
  return runAgainst(server.url, suite(script), { lanes: count });
}

const ownTests = (cases: Awaited<ReturnType<typeof run>>["cases"]) =>
  cases.map(({ attempts }) =>
    attempts
      .at(-1)
      ?.checks.filter(({ id }) => id.startsWith("tests "))
      .map(({ title }) => title),
  );

describe("scripts of many lanes that wait for something", () => {
  it("see their own response, and are heard as their own case's", async () => {
    const result = await run(
      (n) =>
        `setTimeout(() => pm.test("own ${n}", () => pm.expect(pm.response.json().n).to.eql(${n})), ${(n % 4) * 25});`,
    );
    expect(notPassed(result)).toEqual([]);
    expect(ownTests(result.cases)).toEqual(Array.from({ length: count }, (_, n) => [`own ${n}`]));
  });

  it("send requests of their own and get the answers to them", async () => {
    const send = "pm.sendRequest(pm.request.url.toString(), (error, response) => ";
    const result = await run((n) => `${send}pm.test("sent ${n}", () => pm.expect(response.json().n).to.eql(${n})));`);
    expect(notPassed(result)).toEqual([]);
    expect(ownTests(result.cases)).toEqual(Array.from({ length: count }, (_, n) => [`sent ${n}`]));
  });

  it("keep their variables to themselves", async () => {
    const result = await run(
      (n) => `pm.test("nobody else's", () => pm.expect(pm.collectionVariables.get("mine") ?? ${n}).to.eql(${n}));
pm.collectionVariables.set("mine", ${n});`,
    );
    expect(notPassed(result)).toEqual([]);
  });

  it("have their failures laid to their own charge", async () => {
    const result = await run((n) =>
      n === 5 ? "setTimeout(() => { throw new Error('late') }, 20);" : "setTimeout(() => {}, 40);",
    );
    expect(notPassed(result)).toEqual(["errored  GET /r5 -> 200"]);
    expect(result.cases[5]?.attempts[0]?.error?.message).toContain("late");
  });
});
