import { describe, vi } from "vitest";
import { itFailsNone } from "../servers/right/alarms.ts";
import { rightServers } from "../servers/right/all.ts";

// The other half of the servers.

vi.setConfig({ maxConcurrency: 2, testTimeout: 120_000 });

describe("the thorough profile", () =>
  itFailsNone(
    rightServers.filter((_, index) => index % 2 === 1),
    "thorough",
  ));
