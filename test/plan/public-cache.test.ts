import { describe, expect, it } from "vitest";
import type { CaseRun } from "../../src/result/model.ts";
import { listen } from "../servers/listen.ts";
import { runAgainst } from "../support/suite.ts";

// A shared cache may hand on what is public (RFC 9111, 3.5): a mistake only where the answer is somebody's own.

const text = `
baseUrl: http://localhost:1
auth: { ann: { bearer: "{{token}}" } }
edges: [ec-auth-public-with-bad-token, ec-cookie-too-large]
endpoints:
  GET /news: { public: true, expect: 200 }
  GET /inbox: 200
`;

function warned({ title, attempts }: CaseRun): ReadonlyArray<string> {
  const checks = attempts.at(-1)?.checks ?? [];
  return checks
    .filter(({ rule, passed }) => rule === "cache-control-private-when-auth" && !passed)
    .map(({ level }) => `${level}: ${title}`);
}

describe("an answer that every cache may keep", () => {
  it("is a warning where it was asked for with credentials, and none where the endpoint needs none", async () => {
    const server = await listen(
      (request, response) => {
        const isAnn = request.headers.authorization === "Bearer of-ann";
        const isOpen = request.url?.startsWith("/news") || isAnn;
        const headers = { "Content-Type": "application/json", "Cache-Control": "public, max-age=60" };
        if (isOpen) response.writeHead(200, headers).end("[]");
        else response.writeHead(401, { "WWW-Authenticate": "Bearer" }).end();
      },
      () => 0,
    );
    const run = await runAgainst(server.url, text, { values: { token: "of-ann" } });
    await server.close();
    expect(run.cases.filter(({ edge }) => edge === "ec-auth-public-with-bad-token")).toHaveLength(1);
    const lines = run.cases.flatMap(warned);
    expect(lines).toContain("warning: GET /inbox -> 200");
    expect(lines.filter((line) => line.includes("/news"))).toEqual([]);
  });
});
