import { afterEach, describe, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { createRunControl } from "../../src/run/dispatch/control.ts";
import { type Answer, type Asked, serveHttp, type TestServer } from "../support/http-server.ts";
import { runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const tally = (run: Run) => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes(run.cases).values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

const many = (count: number) =>
  `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${Array.from({ length: count }, (_, n) => `  GET /r${n}: 200`).join("\n")}\n`;

async function run(text: string, answer: (asked: Asked) => Answer | Promise<Answer>, options = {}): Promise<Run> {
  server = await serveHttp(answer);
  return runAgainst(server.url, text, options);
}

describe("a run that is stopped", () => {
  it("lets end what is in flight, sends nothing more, and says of every case what became of it", async () => {
    const control = createRunControl();
    const result = await run(
      many(40),
      async () => {
        if (server?.asked.length === 5) control.stop("the run was stopped by SIGINT");
        await wait(20);
        return [200];
      },
      { lanes: 4, control },
    );
    const sent = server?.asked.length ?? 0;
    expect(sent).toBeLessThan(12);
    expect(tally(result)).toEqual({ passed: sent, skipped: 40 - sent });
    expect(result.cases.at(-1)?.skipped).toBe("not sent: the run was stopped by SIGINT");
    expect(result.broken).toBe("the run was stopped by SIGINT");
    expect(new Set(result.cases.map(({ id }) => id)).size).toBe(40);
  });

  it("does not wait for the end of a pause that the server has asked for", async () => {
    const control = createRunControl();
    const startedAt = Date.now();
    const result = await run(
      many(20),
      () => {
        if (server?.asked.length !== 3) return [200];
        setTimeout(() => control.stop("the run was stopped by SIGINT"), 300);
        return [429, undefined, { "Retry-After": "30" }];
      },
      { lanes: 2, retries: 2, control },
    );
    expect(Date.now() - startedAt).toBeLessThan(5000);
    expect(result.cases).toHaveLength(20);
    expect(tally(result)).toMatchObject({ inconclusive: 1 });
    expect(server?.asked.length).toBeLessThan(8);
  });

  it("deletes what it has created", async () => {
    const control = createRunControl();
    const stored = new Set<string>();
    const text = `baseUrl: http://localhost:1
profile: minimal
endpoints:
  POST /books: { body: { title: a }, expect: 201 }
  GET /books/{id}: 200
  PUT /books/{id}: { body: { title: b }, expect: 200 }
  DELETE /books/{id}: 204
`;
    const result = await run(
      text,
      ({ method, path }) => {
        if (method === "POST") {
          const id = String(stored.size + 1);
          stored.add(`/books/${id}`);
          control.stop("the run was stopped by SIGTERM");
          return [201, { id, title: "a" }, { Location: `/books/${id}` }];
        }
        if (method === "DELETE") return stored.delete(path) ? [204] : [404];
        return [200, { id: "1", title: "a" }];
      },
      { control },
    );
    expect([...stored]).toEqual([]);
    expect(server?.asked).toEqual(["POST /books", "DELETE /books/1"]);
    expect(result.cases.map(({ attempts, skipped }) => [attempts.length, skipped !== undefined])).toEqual([
      [1, false],
      ...result.cases.slice(1, -1).map(() => [0, true]),
      [1, false],
    ]);
  });

  it("says nothing of a clean-up that had nothing to delete", async () => {
    const control = createRunControl();
    const text = `baseUrl: http://localhost:1
profile: minimal
endpoints:
  POST /books: { body: { title: a }, expect: 201 }
  DELETE /books/{id}: 204
`;
    control.stop("the run was stopped by SIGINT");
    const result = await run(text, () => [201], { control });
    expect(result.cases.map(({ id }) => id)).toEqual(["POST /books > 201", "DELETE /books/{id} > 204"]);
  });

  it("ends at once when it is told so, and what was in flight is errored", async () => {
    const control = createRunControl();
    const startedAt = Date.now();
    const result = await run(
      many(10),
      async () => {
        if (server?.asked.length === 2) {
          control.stop("the run was stopped by SIGINT");
          control.abort("the run was stopped by SIGINT");
        }
        await wait(3000);
        return [200];
      },
      { lanes: 2, control },
    );
    expect(Date.now() - startedAt).toBeLessThan(2500);
    expect(tally(result)).toEqual({ errored: 2, skipped: 8 });
    expect(exitCode(result)).toBe(3);
  });
});

describe("--bail", () => {
  it("stops after the first failure, and the exit code is the failure's", async () => {
    const result = await run(many(60), ({ path }) => [path === "/r3" ? 404 : 200], { lanes: 1, bail: 1 });
    expect(tally(result)).toMatchObject({ failed: 1 });
    expect(server?.asked.length).toBeLessThan(10);
    expect(result.cases.at(-1)?.skipped).toBe("not sent: --bail stopped the run after a failure");
    expect(exitCode(result)).toBe(1);
  });

  it("counts to the number it is given", async () => {
    const result = await run(many(30), ({ path }) => [Number(path.slice(2)) % 2 === 0 ? 404 : 200], {
      lanes: 1,
      bail: 3,
    });
    expect(tally(result).failed).toBe(3);
  });
});

describe("the time of a whole run", () => {
  it("ends it, and every case says so", async () => {
    const result = await run(
      many(12),
      async () => {
        await wait(200);
        return [200];
      },
      { lanes: 2, timeoutMs: 500 },
    );
    expect(result.broken).toBe("the run's time (500 ms) was up");
    expect(result.cases).toHaveLength(12);
    const { passed = 0, errored = 0, ...rest } = tally(result);
    expect([passed > 0, errored > 0, passed + errored, rest]).toEqual([true, true, 12, {}]);
    const messages = new Set(
      result.cases.flatMap(({ attempts }) => attempts.flatMap(({ error }) => error?.message ?? [])),
    );
    expect([...messages].every((message) => message.includes("the run's time (500 ms) was up"))).toBe(true);
    expect(exitCode(result)).toBe(3);
  });
});
