import { describe, vi } from "vitest";
import { itFailsNone } from "../servers/right/alarms.ts";
import { rightServers } from "../servers/right/all.ts";

// Servers that are right, each in its own way. Whatever goes red here is a mistake of ours.

vi.setConfig({ maxConcurrency: 2, testTimeout: 120_000 });

describe("the standard profile", () => itFailsNone(rightServers, "standard"));
