import { describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { listen } from "../servers/listen.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

const suite = `
baseUrl: http://localhost:1
defaults: { errors: { error: { code: NO, message: There is none. } } }
endpoints: { GET /health: 200, GET /api/books: 200, GET /api/notes: 200 }
`;

type Lost = { readonly status: number; readonly type?: string; readonly body?: string };

/** What standard says of a server that answers an unknown route so. */
async function runWith({ status, type = "application/json", body = "" }: Lost, text = suite): Promise<Run> {
  const server = await listen(
    ({ url = "" }, response) => {
      const isKnown = /^\/(health|api\/(books|notes))(\?|$)/.test(url);
      response.writeHead(isKnown ? 200 : status, { "Content-Type": isKnown ? "application/json" : type });
      response.end(isKnown ? "[]" : body);
    },
    () => 0,
  );
  const run = await runAgainst(server.url, text);
  await server.close();
  return run;
}

function warnings({ cases }: Run): ReadonlyArray<string> {
  const own = cases.filter(({ edge }) => edge === "ec-route-unknown");
  const checks = own.flatMap(({ attempts }) => attempts.at(-1)?.checks ?? []);
  return checks.filter(({ passed, level }) => !passed && level === "warning").map(({ rule = "" }) => rule);
}

const page = "<!doctype html><title>Not found</title>";

describe("a route that nobody knows", () => {
  it("is asked for once, where the API answers, and is an error like others", async () => {
    const run = await runWith({
      status: 404,
      body: '{"error":{"code":"NO_ROUTE","message":"There is no such route."}}',
    });
    const own = run.cases.filter(({ edge }) => edge === "ec-route-unknown");
    expect(own.map(({ title }) => title)).toEqual(["GET /api/books -> 3xx|4xx of a route that nobody knows"]);
    expect([...notPassed(run), ...warnings(run)]).toEqual([]);
  });

  it.each<[string, Lost]>([
    ["the framework", { status: 404, body: '{"message":"Route not found","statusCode":404}' }],
    ["a gateway", { status: 403, type: "text/html", body: page }],
    ["nobody in particular", { status: 404, type: "text/plain" }],
  ])("is no more than a warning where %s answers", async (_, lost) => {
    const run = await runWith(lost);
    expect(warnings(run)).toContain("route-unknown-error-shape");
    expect([...notPassed(run), ...redChecks(run)]).toEqual([]);
  });

  it("is no more than a warning where a web site shows its first page for it", async () => {
    const run = await runWith({ status: 200, type: "text/html", body: "<!doctype html><title>Shop</title>" });
    expect(warnings(run)).toEqual(["status-preferred"]);
    expect([...notPassed(run), ...redChecks(run)]).toEqual([]);
  });

  it("may have any body where none is declared", async () => {
    const text = suite.replace(/defaults.*/, "");
    const run = await runWith({ status: 404, body: '{"message":"Route not found"}' }, text);
    expect(warnings(run)).toEqual([]);
  });
});
