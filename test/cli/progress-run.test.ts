import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { packageRoot } from "../../src/package.ts";
import { columns } from "../../src/report/console/columns.ts";
import { cli } from "../support/cli.ts";
import { numbered, stderrOnly, watchProgress, work } from "../support/progress.ts";

const clear = "\r\u001b[2K";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the progress in a log", () => {
  it("is a line every ten seconds", () => {
    const watched = watchProgress({ isInteractive: false });
    watched.progress.start(2000);
    watched.progress.begin("a", "POST /books -> 201");
    work(watched, { from: 0, perSecond: 20, ms: 9900 });
    expect(watched.written()).toEqual([]);
    work(watched, { from: 198, perSecond: 20, ms: 19900 });
    expect(watched.written()).toEqual([
      "newmanifest: 200 of 2000 cases, 20/s, about 1 min 30 s left; slowest in flight: POST /books -> 201 (10.0 s)\n",
      "newmanifest: 400 of 2000 cases, 20/s, about 1 min 20 s left; slowest in flight: POST /books -> 201 (20.0 s)\n",
    ]);
    watched.progress.note("slowed down for 3 s");
    watched.progress.end();
    expect(watched.written()).toEqual(["newmanifest: slowed down for 3 s\n"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a quiet progress", () => {
  it.each([true, false])("says nothing (terminal: %s)", (isInteractive) => {
    const { progress, written, pass } = watchProgress({ isInteractive, isQuiet: true });
    progress.start(2);
    progress.begin("a", "GET /a");
    progress.step(numbered(1));
    progress.note("slowed down");
    pass(30_000);
    progress.end();
    expect(written()).toEqual([]);
  });
});

describe("newmanifest run", () => {
  const bookstore = join(packageRoot, "collections/bookstore/newmanifest.yaml");
  const run = [
    "run",
    bookstore,
    "--mock",
    "--profile",
    "minimal",
    "-o",
    mkdtempSync(join(tmpdir(), "newmanifest-progress-")),
  ];

  it("draws its progress on a terminal and takes it away", async () => {
    vi.useRealTimers();
    const written: string[] = [];
    const io = stderrOnly((text) => void written.push(text), { isInteractive: true, width: 40 });
    expect(await main(run, io)).toBe(0);
    const [head, first, ...drawn] = written.join("").split(clear);
    expect(head).toMatch(/^mock of Bookstore at http:\S+\n$/);
    expect(first).toMatch(/^0\/\d+$/);
    expect(drawn.pop()).toBe("");
    expect(drawn.length).toBeGreaterThan(2);
    for (const line of drawn) {
      const [, done, total] =
        /^(\d+)\/(\d+)( · [\d.]+\/s)?( · [\d hmins]+ left)?( · slowest: .+ s\))?$/.exec(line) ?? [];
      expect(Number(done)).toBeLessThanOrEqual(Number(total));
      expect(columns(line)).toBeLessThan(40);
    }
  });

  it.each(["-q", "--quiet"])("says nothing but its report with %s", async (flag) => {
    vi.useRealTimers();
    const { code, stdout, stderr } = await cli([...run, "--tag", "smoke", flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("passed");
  });
});
