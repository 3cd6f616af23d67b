import { afterEach, describe, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { type Answer, type Asked, serveHttp, type TestServer } from "../support/http-server.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const one = `
baseUrl: http://localhost:1
profile: minimal
endpoints:
  GET /a: 200
`;

async function run(answer: (asked: Asked) => Answer, text = one, options = {}): Promise<Run> {
  server = await serveHttp(answer);
  return runAgainst(server.url, text, { retries: 2, ...options });
}

const statuses = ({ cases }: Run) => cases.map(({ attempts }) => attempts.map(({ response }) => response?.status));

describe("a request that was not heard, or asked to come later", () => {
  it.each([502, 503, 504])("is made again after %i, and the case is flaky", async (code) => {
    const result = await run(({ before }) => (before === 0 ? [code] : [200]));
    expect(statuses(result)).toEqual([[code, 200]]);
    expect([...outcomes(result.cases).values()]).toEqual(["flaky"]);
    expect([exitCode(result), exitCode(result, { failOnFlaky: true })]).toEqual([0, 1]);
  });

  it("is made again after the connection was reset", async () => {
    const result = await run(({ before, request }) => {
      if (before > 0) return [200];
      request.socket.destroy();
      return undefined;
    });
    expect([...outcomes(result.cases).values()]).toEqual(["flaky"]);
    expect(result.cases[0]?.attempts.map(({ status }) => status)).toEqual(["failed", "passed"]);
  });

  it("is made again as often as it was asked for, and no more", async () => {
    const result = await run(() => [503]);
    expect(statuses(result)).toEqual([[503, 503, 503]]);
    expect(notPassed(result)).toEqual(["failed  GET /a -> 200"]);
  });

  it("is taken as it is where no retries are asked for", async () => {
    expect(statuses(await run(() => [503], one, { retries: 0 }))).toEqual([[503]]);
    expect(server?.asked).toEqual(["GET /a"]);
  });

  it("is expected where the code is declared", async () => {
    const result = await run(() => [503], one.replace("200", "503"));
    expect(statuses(result)).toEqual([[503]]);
    expect(notPassed(result)).toEqual([]);
  });
});

/** Two cases of one group that do not need each other. */
const two = `${one}  PUT /a: { body: { a: 1 }, expect: 204 }\n`;
const put = [204] as const;

describe("a wrong answer", () => {
  it.each([[500], [404], [201]])("is never made again: %i", async (code) => {
    const result = await run(({ before }) => (before === 0 ? [code] : [200]));
    expect(statuses(result)).toEqual([[code]]);
    expect(exitCode(result)).toBe(1);
  });

  it("stands when its group is run again because of another case", async () => {
    const result = await run(({ before, method }) => {
      if (method === "GET") return before === 0 ? [404] : [200];
      return before === 0 ? [503] : put;
    }, two);
    expect(notPassed(result)).toEqual(["failed  GET /a -> 200", "flaky  PUT /a -> 204"]);
    expect(statuses(result)).toEqual([[404], [503, 204]]);
  });

  it("makes its case flaky where something was lost before", async () => {
    const result = await run(({ before, method }) => {
      if (method === "GET") return before === 0 ? [503] : [200];
      return before === 0 ? [404] : put;
    }, two);
    expect(notPassed(result)).toEqual(["flaky  GET /a -> 200", "flaky  PUT /a -> 204"]);
  });
});

const books = `
baseUrl: http://localhost:1
profile: minimal
endpoints:
  POST /books: { body: { title: a }, expect: 201 }
  GET /books/{id}: 200
  DELETE /books/{id}: 204
`;

describe("a group that is in order", () => {
  it("is run again as a whole, with fresh data", async () => {
    const stored = new Map<string, unknown>();
    let lost = 0;
    const result = await run(({ method, path, body }) => {
      if (method === "POST") {
        const id = String(stored.size + 1);
        stored.set(`/books/${id}`, { ...JSON.parse(body), id });
        return [201, { id, title: "a" }, { Location: `/books/${id}` }];
      }
      if (method === "DELETE") return stored.set(path, undefined) && [204];
      lost += 1;
      return lost === 1 ? [503] : stored.get(path) ? [200, stored.get(path)] : [404];
    }, books);
    expect([...outcomes(result.cases).values()].filter((outcome) => outcome !== "passed")).toEqual(["flaky"]);
    expect([...stored.keys()]).toEqual(["/books/1", "/books/2"]);
    expect([...stored.values()]).toEqual([undefined, undefined]);
  });

  it("is not failed by what only came of a lost create", async () => {
    const result = await run(({ method, path, before }) => {
      if (method === "POST") return before === 0 ? [503] : [201, { id: "7", title: "a" }, { Location: "/books/7" }];
      if (path !== "/books/7") return [404];
      return method === "DELETE" ? [204] : [200, { id: "7", title: "a" }];
    }, books);
    expect(notPassed(result)).toEqual(["flaky  POST /books -> 201 creates a book"]);
  });
});

describe("a server that has had enough", () => {
  const limited = (seconds: string | undefined) => {
    let until = Date.now() + 60_000;
    return ({ before }: Asked): Answer => {
      if (before === 0) until = Date.now() + 900;
      if (Date.now() >= until) return [200];
      return [429, undefined, seconds === undefined ? {} : { "Retry-After": seconds }];
    };
  };

  it.each(["1", undefined])("is waited for, Retry-After: %s, and nothing is wrong", async (seconds) => {
    const holds: number[] = [];
    const result = await run(limited(seconds), one, { onHold: (forMs: number) => holds.push(forMs) });
    expect(notPassed(result)).toEqual([]);
    expect(holds[0]).toBe(1000);
    expect(exitCode(result, { failOnFlaky: true })).toBe(0);
  });

  it("gets nothing from the other lanes in the meantime", async () => {
    const times: number[] = [];
    const names = Array.from({ length: 30 }, (_, index) => `  GET /r${index}: 200`).join("\n");
    const text = `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${names}\n`;
    let refusedAt = 0;
    const result = await run(
      () => {
        times.push(Date.now());
        if (times.length === 10) refusedAt = Date.now();
        return times.length === 10 ? [429, undefined, { "Retry-After": "1" }] : [200];
      },
      text,
      { lanes: 4 },
    );
    expect(notPassed(result)).toEqual([]);
    // What was on its way may still arrive.
    const during = times.filter((time) => time > refusedAt + 150 && time < refusedAt + 900);
    expect(during).toEqual([]);
  });

  it("is expected where the code is declared", async () => {
    const text = one.replace("200", "{ expect: { 200: null, 429: { when: { headers: { X-Full: yes } } } } }");
    const result = await run(({ headers }) => (headers["x-full"] ? [429] : [200]), text);
    expect(notPassed(result)).toEqual([]);
    expect(server?.asked).toEqual(["GET /a", "GET /a"]);
  });

  it("leaves the case inconclusive in the end", async () => {
    const result = await run(() => [429], one, { retries: 0 });
    expect(notPassed(result)).toEqual(["inconclusive  GET /a -> 200"]);
  });
});
