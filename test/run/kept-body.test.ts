import { afterEach, describe, expect, it } from "vitest";
import { serveHttp, type TestServer } from "../support/http-server.ts";
import { runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const text = `
baseUrl: http://localhost:1
profile: minimal
endpoints:
  GET /right: 200
  GET /wrong: 200
`;

describe("the body of a response", () => {
  it.each([
    [undefined, 64_000],
    [500, 500],
    [0, undefined],
  ])("is kept only where a check failed, cut to what was asked for: %s", async (keptBody, length) => {
    server = await serveHttp(({ path }) => [path === "/right" ? 200 : 404, { text: "x".repeat(200_000) }]);
    const run = await runAgainst(server.url, text, keptBody === undefined ? {} : { keptBody });
    const [right, wrong] = run.cases.map(({ attempts }) => attempts[0]?.response);
    expect([right?.status, right?.sizeBytes, right?.body]).toEqual([200, 200_011, undefined]);
    expect([wrong?.status, wrong?.body?.length]).toEqual([404, length]);
  });
});
