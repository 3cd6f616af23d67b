import { expect, it } from "vitest";
import { notPassed, redChecks, runAgainst } from "../../support/suite.ts";
import type { Right } from "./right.ts";

/** What a suite says against a server that is right: each line of it is a mistake of ours. */
interface Alarms {
  /** `outcome  title` of the cases that are not passed. */
  readonly notPassed: ReadonlyArray<string>;
  /** `title: rule` of the checks that failed. */
  readonly red: ReadonlyArray<string>;
  /** Things that the suite made and did not take away. */
  readonly left: number;
}

/** What a suite must say. */
const none: Alarms = { notPassed: [], red: [], left: 0 };

/** A test for each server: its manifest, in this profile, says nothing against it. */
export function itFailsNone(servers: ReadonlyArray<Right>, profile: string): void {
  for (const right of servers) {
    it.concurrent(`does not fail ${right.name}`, async () => {
      expect(await alarmsOf(right, profile)).toEqual(none);
    });
  }
}

/** Runs the manifest of a server against it, in a profile. */
async function alarmsOf(right: Right, profile: string): Promise<Alarms> {
  const { start, values = {}, suite } = right;
  const server = await start();
  try {
    const text = `name: Right\nbaseUrl: http://localhost:1\nprofile: ${profile}\n${suite}`;
    const run = await runAgainst(server.url, text, { values });
    if (run.cases.length < 10) throw new Error(`${run.cases.length} cases show nothing`);
    return { notPassed: notPassed(run), red: redChecks(run), left: server.size() };
  } finally {
    await server.close();
  }
}
