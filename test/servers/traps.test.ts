import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "./listen.ts";
import { rightServers } from "./right/all.ts";
import { ask } from "./right/ask.ts";
import { habitsOf } from "./right/right.ts";
import { traps } from "./traps.ts";

// What a naive check takes for a mistake: each trap is set by a server that is right, and here it is seen to be.

describe.each(rightServers)("$name", (right) => {
  let server: Running;
  beforeAll(async () => {
    server = await right.start();
  });
  afterAll(() => server.close());

  it.each(habitsOf(right))("$of: $what", async ({ ask: requests, shows }) => {
    expect(await ask(server.url, requests, right.headers)).toMatch(shows);
  });
});

describe("every trap", () => {
  const habits = rightServers.flatMap((right) => habitsOf(right).map((habit) => ({ ...habit, server: right.name })));

  it("is set by a server, or carries the reason why none can have it", async () => {
    const lines = [...traps].flatMap(([number, { says, reason }]) => {
      const having = habits.filter(({ of }) => of === String(number));
      return [
        `${number}. ${says}`,
        ...(reason ? [`    none: ${reason}`] : []),
        ...having.map((one) => `    ${one.server}: ${one.what}`),
      ];
    });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("traps.txt");
  });

  it.each([...traps])("%i has either", (number, { reason }) => {
    expect(habits.some(({ of }) => of === String(number))).toBe(reason === undefined);
  });

  it("is one of the list, or belongs to a rule or an edge", () => {
    const strays = habits.filter(({ of }) => !traps.has(Number(of)) && !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(of));
    expect(strays).toEqual([]);
    expect([...traps.keys()]).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });
});
