import { describe, expect, it } from "vitest";
import { testScript } from "../../src/collection/script.ts";
import { rules } from "../../src/http/rules.ts";
import { loadTemplates } from "../../src/template.ts";
import { listen } from "../servers/listen.ts";
import { casesOf, collectionOf, manifestOf, notPassed, runAgainst } from "../support/suite.ts";

describe("the titles of checks", () => {
  it("are the rules' own: a run knows a check by its title", () => {
    const titles = Object.values(rules).map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it("are refused where two are the same", () => {
    const { plan } = collectionOf(manifestOf("baseUrl: http://localhost:1\nendpoints: { GET /a: 200 }"));
    const [one] = casesOf(plan);
    const [first] = one?.checks ?? [];
    if (one === undefined || first === undefined) throw new Error("no check");
    const render = loadTemplates();
    expect(() => testScript(one, "api.yaml:2", render)).not.toThrow();
    const twice = { ...one, checks: [...one.checks, first] };
    expect(() => testScript(twice, "api.yaml:2", render)).toThrow('two checks of GET /a > 200 are called "an HTTP');
  });
});

describe("a value with quotes and backslashes", () => {
  const odd = 'a "quoted" \\word\\';

  /** Says the word; at the third request with it, that there were too many. */
  async function runWith(endpoint: string) {
    let turns = 0;
    const server = await listen(
      (request, response) => {
        if (request.headers["x-word"] === odd) turns += 1;
        response.writeHead(turns >= 3 ? 429 : 200, { "Content-Type": "application/json" });
        response.end(JSON.stringify({ word: odd, all: [{ word: odd }] }));
      },
      () => turns,
    );
    const text = `baseUrl: http://localhost:1\nprofile: minimal\nenvironments:\n  local: { baseUrl: "http://localhost:1", variables: { word: x } }\n${endpoint}`;
    const run = await runAgainst(server.url, text, { values: { word: odd } });
    await server.close();
    return { notPassed: notPassed(run), cases: run.cases.length, turns };
  }

  it("is compared with as it is", async () => {
    const equals = '{ word: "{{word}}", all: [{ word: "{{word}}" }] }';
    const result = await runWith(`endpoints: { GET /word: { expect: { 200: { equals: ${equals} } } } }`);
    expect(result).toEqual({ notPassed: [], cases: 1, turns: 0 });
  });

  it("is sent by a burst as it is", async () => {
    const endpoint = '{ headers: { X-Word: "{{word}}" }, expect: { 429: { burst: 3 } } }';
    const result = await runWith(`endpoints: { GET /word: ${endpoint} }`);
    expect(result).toEqual({ notPassed: [], cases: 1, turns: 3 });
  });
});
