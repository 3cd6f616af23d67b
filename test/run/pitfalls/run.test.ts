import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import newman, { type NewmanRunOptions } from "newman";
import { afterEach, describe, expect, it, vi } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { jsonOf } from "../../report/draw.ts";
import { cli } from "../../support/cli.ts";
import { notPassed, runAgainst } from "../../support/suite.ts";
import { mistakes, send, states, textOf, tryOut } from "./try-out.ts";

afterEach(() => vi.restoreAllMocks());

describe("a run of nothing", () => {
  it("is a mistake in the manifest, or on the command line", async () => {
    expect(mistakes({})).toEqual(["nothing-to-test"]);
    expect(mistakes({ endpoints: {}, flows: {} })).toEqual(["nothing-to-test"]);
    const file = join(mkdtempSync(join(tmpdir(), "newmanifest-")), "api.yaml");
    writeFileSync(file, textOf({ endpoints: { "GET /a": 200 } }));
    expect((await cli(["run", file, "--grep", "no such case"])).code).toBe(2);
  });
});

describe("a run that is cut short", () => {
  it("reports every case all the same", async () => {
    const steps = [{ "GET /a": 200 }, { "GET /hangs": 200 }, { "GET /c": 200 }];
    const { run } = await tryOut(
      { flows: { Three: steps }, endpoints: { "GET /d": 200 } },
      (response, { url }) => {
        if (url !== "/hangs") return send(response, 200);
        // A response that has begun is not what Newman's timeout of a request is about.
        const drip = setInterval(() => response.write("x"), 50);
        response.on("close", () => clearInterval(drip));
      },
      { timeoutRequestMs: 200, timeoutScriptMs: 200 },
    );
    expect(states(run)).toEqual([
      "passed GET /d -> 200",
      "passed 1 GET /a -> 200",
      "errored 2 GET /hangs -> 200",
      "errored 3 GET /c -> 200",
    ]);
    const report = JSON.parse(jsonOf(run));
    expect(report.summary).toMatchObject({ cases: 4, passed: 2, errored: 2 });
    expect(exitCode(run)).toBe(3);
  });

  it("ends by itself: Newman is given an end for each request, script and run, also where nobody asks for one", async () => {
    const spy = vi.spyOn(newman, "run");
    await tryOut({ endpoints: { "GET /a": 200 } });
    // The type of a spy is that of the last overload.
    const [[options] = []] = spy.mock.calls as unknown as ReadonlyArray<ReadonlyArray<NewmanRunOptions>>;
    // What no timer can keep is as good as no end.
    for (const end of [options?.timeout, options?.timeoutRequest, options?.timeoutScript]) {
      expect(end).toBeGreaterThan(0);
      expect(end).toBeLessThan(2 ** 31);
    }
  });

  it("is told from one that found something: 3 where it broke, 1 where a check failed, 0 where all is proven", async () => {
    const answers: ReadonlyMap<string, number> = new Map([
      ["/right", 200],
      ["/wrong", 500],
    ]);
    const codeOf = async (path: string) => {
      const { run } = await tryOut(
        { endpoints: { [`GET ${path}`]: 200 } },
        (response, { url }) => {
          const status = answers.get(url);
          if (status !== undefined) send(response, status);
        },
        { timeoutRequestMs: 200 },
      );
      return exitCode(run);
    };
    expect([await codeOf("/right"), await codeOf("/wrong"), await codeOf("/silent")]).toEqual([0, 1, 3]);
  });
});

describe("a server that speaks HTTP/2 and nothing else", () => {
  it("proves nothing, not even that something is refused", async () => {
    const server = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const run = await runAgainst(url, textOf({ endpoints: { "GET /a": 404 } }));
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(notPassed(run)).toEqual(["failed  GET /a -> 404"]);
    const [check] = run.cases[0]?.attempts.at(-1)?.checks ?? [];
    expect(check?.message).toMatch(/^what the server sent is no HTTP\/1.1 response/);
  });
});
