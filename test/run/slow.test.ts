import { afterEach, describe, expect, it } from "vitest";
import { serveHttp, type TestServer } from "../support/http-server.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const text = `
baseUrl: http://localhost:1
profile: minimal
endpoints:
  GET /quick: { expect: { 200: { under: 300ms } } }
${Array.from({ length: 12 }, (_, n) => `  GET /busy${n}: 200`).join("\n")}
`;

describe("a response time that is promised", () => {
  it("is measured again alone where our own lanes made it long", async () => {
    server = await serveHttp(async ({ path }) => {
      // It is slow as long as anything else is asked, however late that comes.
      if (path === "/quick" && server?.asked.filter((one) => one === "GET /quick").length === 1) {
        while (server.asked.length === 1) await wait(5);
        await wait(450);
      }
      return [200];
    });
    const run = await runAgainst(server.url, text, { lanes: 13 });
    expect(notPassed(run)).toEqual([]);
    expect(server.asked.filter((one) => one === "GET /quick")).toHaveLength(2);
    expect(run.cases[0]?.attempts).toHaveLength(1);
  });

  it("is broken by a server that is slow alone as well", async () => {
    server = await serveHttp(async ({ path }) => {
      if (path === "/quick") await wait(450);
      return [200];
    });
    const run = await runAgainst(server.url, text, { lanes: 4 });
    expect(notPassed(run)).toEqual(["failed  GET /quick -> 200"]);
  });
});
