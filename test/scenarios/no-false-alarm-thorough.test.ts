import { describe, vi } from "vitest";
import { itFailsNone } from "../servers/right/alarms.ts";
import { rightServers } from "../servers/right/all.ts";

// One half of the servers: files run side by side, and the whole would take one core for a minute.

vi.setConfig({ maxConcurrency: 2, testTimeout: 120_000 });

describe("the thorough profile", () =>
  itFailsNone(
    rightServers.filter((_, index) => index % 2 === 0),
    "thorough",
  ));
