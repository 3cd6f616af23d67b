import { describe, expect, it, vi } from "vitest";
import { alarmsOf, none } from "../servers/right/alarms.ts";
import { rightServers } from "../servers/right/all.ts";

// Servers that are right, each in its own way. Whatever goes red here is a mistake of ours.

vi.setConfig({ maxConcurrency: 2 });

describe("the standard profile", () => {
  for (const right of rightServers) {
    it.concurrent(`does not fail ${right.name}`, { fails: right.misjudged !== undefined }, async () => {
      expect(await alarmsOf(right, "standard")).toEqual(none);
    });
  }
});
