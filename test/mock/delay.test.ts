import { expect, test } from "vitest";
import { delayOf } from "../../src/mock/delay.ts";
import { serve } from "./serve.ts";

const api = "name: D\nbaseUrl: http://localhost\nendpoints:\n  GET /a: 200\n";

test("each answer is held back, at random in a range and the same for the same seed", async () => {
  const delaysOf = async (seed: number) => {
    const { send, log } = await serve(api, { delay: { leastMs: 5, mostMs: 40 }, seed });
    for (let time = 0; time < 6; time += 1) await send("GET /a");
    for (const { ms, delayMs } of log) expect(ms).toBeGreaterThan(delayMs - 2);
    return log.map(({ delayMs }) => delayMs);
  };
  const delays = await delaysOf(7);
  expect(await delaysOf(7)).toEqual(delays);
  expect(await delaysOf(8)).not.toEqual(delays);
  expect(new Set(delays).size).toBeGreaterThan(2);
});

test("a range is used to both ends", () => {
  const delays = Array.from({ length: 300 }, (_, index) => delayOf({ leastMs: 20, mostMs: 25 }, 0, index));
  expect([...new Set(delays)].sort()).toEqual([20, 21, 22, 23, 24, 25]);
  expect(delayOf({ leastMs: 50, mostMs: 50 }, 3, 9)).toBe(50);
});

test("a client's own wish comes before the delay of all", async () => {
  const { send, log } = await serve(api, { delay: { leastMs: 5000, mostMs: 5000 } });
  await send("GET /a", { headers: { Prefer: "delay=1" } });
  expect(log[0]).toMatchObject({ delayMs: 1 });
});
