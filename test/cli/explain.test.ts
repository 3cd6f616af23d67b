import { describe, expect, it } from "vitest";
import { statuses } from "../../src/http/statuses.ts";
import { cli } from "../support/cli.ts";

/** Label -> texts of a screen, the lines of each text put together. */
function rowsOf(screen: string): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  let label = "";
  for (const line of screen.split("\n").slice(2)) {
    label = line.slice(2, 11).trim() || label;
    rows.set(label, `${rows.get(label) ?? ""} ${line.slice(12).trim()}`.trim());
  }
  return rows;
}

describe("newmanifest explain", () => {
  it("has a screen for everything it lists", async () => {
    const { stdout } = await cli(["explain"]);
    const names = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0] ?? "");
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      const page = await cli(["explain", name]);
      expect(page.code, name).toBe(0);
      expect(page.stdout, name).toMatch(/^\S.*\n\n( {2}.+\n)+$/);
      expect(page.stdout, name).toMatch(/source +\S/);
    }
  });

  it("says of a code what it means, when to use it, how it is provoked, what is checked and what goes wrong", async () => {
    const { stdout } = await cli(["explain", "409"]);
    const rows = rowsOf(stdout);
    expect(stdout).toMatch(/^409 Conflict\n\n/);
    expect(rows.get("means")).toBe("the request conflicts with the state of the resource");
    expect(rows.get("use it")).toContain("it exists already");
    expect(rows.get("provoked")).toContain("ec-duplicate-create");
    expect(rows.get("checked")).toContain("409-explains-conflict (warning): the body explains the conflict");
    expect(rows.get("mistake")).toContain("does not say what is in the way");
    expect(rows.get("lint")).toContain("lint-412-vs-409");
    expect(rows.get("source")).toBe("RFC 9110, 15.5.10; the guide");
  });

  it("has a use for every registered code, in lines that fit a terminal", async () => {
    for (const code of statuses.keys()) {
      const { stdout } = await cli(["explain", String(code)]);
      expect(rowsOf(stdout).get("use it"), String(code)).toMatch(/\w/);
      expect(Math.max(...stdout.split("\n").map((line) => line.length)), String(code)).toBeLessThanOrEqual(100);
      expect(stdout.split("\n").length, String(code)).toBeLessThan(70);
    }
  });

  it("says of a lint what it finds, what to do, and how to switch it", async () => {
    const { stdout } = await cli(["explain", "lint-204-with-body"]);
    const rows = rowsOf(stdout);
    expect(rows.get("finds")).toBe("a body is expected of a response that cannot have one");
    expect(rows.get("remedy")).toBe("drop the body, or use 200");
    expect(rows.get("switch")).toContain("--rule lint-204-with-body=off");
  });

  it("says of a metric what it measures, and what a striking value suggests", async () => {
    const { stdout } = await cli(["explain", "met-success-rate"]);
    const rows = rowsOf(stdout);
    expect(rows.get("measures")).toBe("the responses that are 2xx, of all responses");
    expect(rows.get("unit")).toContain("0 to 1");
    expect(rows.get("hint")).toContain("see met-success-rate-adjusted");
    expect(rows.get("source")).toBe("the guide: success rate");
  });

  it("lists codes, rules, edges, lints and metrics", async () => {
    const names = (await cli(["explain"])).stdout.split("\n").map((line) => line.split(" ")[0]);
    expect(names).toEqual(
      expect.arrayContaining(["200", "201-location-present", "ec-auth-missing", "lint-204-with-body", "met-429-rate"]),
    );
  });

  it("searches all that is said of a thing, and for every word", async () => {
    const both = (await cli(["explain", "--search", "overwritten ETag"])).stdout;
    // Only the screen of 412 has the two: its line in the list has neither.
    expect(both).toMatch(/^412 /m);
    expect(both).not.toContain("overwritten");
    const retry = (await cli(["explain", "--search", "retry"])).stdout;
    expect(retry).toMatch(/^429 /m);
    expect(retry).toMatch(/^lint-503-without-retry-after /m);
    expect(retry).not.toMatch(/^404 /m);
  });

  it.each([
    [["explain", "ec-auth-mising"], 'did you mean "ec-auth-missing"?'],
    [["explain", "401-www-authenticat-present"], 'did you mean "401-www-authenticate-present"?'],
    [["explain", "lint-204-with-bdy"], 'did you mean "lint-204-with-body"?'],
    [["explain", "met-sucess-rate"], 'did you mean "met-success-rate"?'],
    [["explain", "999"], 'nothing is known of "999"'],
    [["explain", " 404"], "nothing is known of"],
    [["explain", "constructor"], "nothing is known of"],
    [["explain", "--search", "xyzzy"], 'nothing is known of "xyzzy"'],
    [["explain", "404", "--search", "a"], "name one thing, or --search"],
  ])("ends %j with exit code 2 and one clear sentence", async (args, sentence) => {
    const { code, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
