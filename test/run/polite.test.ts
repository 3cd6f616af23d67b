import { afterEach, describe, expect, it } from "vitest";
import { createGate } from "../../src/run/lane/gate.ts";
import { serveHttp, type TestServer } from "../support/http-server.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

let server: TestServer | undefined;

afterEach(() => server?.close());

const many = (count: number, expectation = "200") =>
  `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${Array.from({ length: count }, (_, n) => `  GET /r${n}: ${expectation}`).join("\n")}\n`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("--rate", () => {
  it("spaces requests evenly, whatever the lanes, and the wait is no part of any time", async () => {
    const times: number[] = [];
    server = await serveHttp(() => {
      times.push(Date.now());
      return [200];
    });
    const run = await runAgainst(server.url, many(20, "{ expect: { 200: { under: 90ms } } }"), {
      lanes: 8,
      transport: { ratePerSecond: 20 },
    });
    expect(notPassed(run)).toEqual([]);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(19 * 50 - 60);
    const inOneSecond = times.map((start) => times.filter((time) => time >= start && time < start + 1000).length);
    expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(22);
    // The last of eight lanes waited 400 ms for its turn, time after time.
    const durations = run.cases.map(({ attempts }) => attempts[0]?.durationMs ?? 0).toSorted((a, b) => a - b);
    expect(durations[10]).toBeLessThan(150);
  });
});

describe("--max-per-host", () => {
  it("lets no more requests be on their way", async () => {
    let [now, most] = [0, 0];
    server = await serveHttp(async () => {
      now += 1;
      most = Math.max(most, now);
      await wait(40);
      now -= 1;
      return [200];
    });
    const run = await runAgainst(server.url, many(20), { lanes: 8, transport: { maxPerHost: 2 } });
    expect(notPassed(run)).toEqual([]);
    expect(most).toBe(2);
  });
});

describe("a gate", () => {
  it("lets in at once whom nothing keeps out, and the others in their order", async () => {
    const gate = createGate({ most: 1, now: Date.now });
    const order: string[] = [];
    expect(gate.enter()).toBeUndefined();
    const second = gate.enter()?.then(() => order.push("second"));
    const third = gate.enter()?.then(() => order.push("third"));
    gate.leave();
    await second;
    expect(order).toEqual(["second"]);
    gate.leave();
    await third;
    expect(order).toEqual(["second", "third"]);
  });

  it("stays closed as long as it is held", async () => {
    const gate = createGate({ now: Date.now });
    const until = Date.now() + 80;
    gate.holdUntil(until);
    await gate.enter();
    expect(Date.now()).toBeGreaterThanOrEqual(until);
  });
});
