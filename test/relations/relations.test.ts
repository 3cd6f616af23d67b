import { afterEach, describe, expect, it } from "vitest";
import type { Rule } from "../../src/http/rule.ts";
import { relationRules } from "../../src/http/rules/relations.ts";
import { type RuleId, rules } from "../../src/http/rules.ts";
import type { Run } from "../../src/result/model.ts";
import type { Running } from "../servers/listen.ts";
import type { Fault } from "../servers/related/exchange.ts";
import { startRelated } from "../servers/related/start.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// A server that contradicts what it said before goes red under the name of that rule and no other.

/** Every relation is on, whatever the profile: a thorough one would send a hundred cases to see one of them. */
function head(profile: string): string {
  return `
name: Related
baseUrl: http://localhost:1
profile: ${profile}
auth: { somebody: { bearer: "{{token}}" } }
rules: ${JSON.stringify(Object.fromEntries(relations.map(([id, { level }]) => [id, level])))}
endpoints:
`;
}

const parts = {
  items: `  GET /items: 200 401
  POST /items: { body: { name: one, note: first }, expect: 201 401 422 }
  HEAD /items/{id}: 2xx
  GET /items/{id}: 200 304 401 404
  PUT /items/{id}: { body: { name: two, note: second }, expect: 200 401 404 412 }
  PATCH /items/{id}: { body: { note: third, name: three }, expect: 200 401 404 422 }
  DELETE /items/{id}: 204 401`,
  cards: `  POST /cards: { public: true, body: { suit: hearts, rank: ten, tell: true, pin: 1234, bonus: 3 }, expect: 201 }
  GET /cards/{id}: { public: true, expect: 200 }
  PATCH /cards/{id}: { public: true, body: { rank: nine }, expect: 200 }`,
  shelves: `  GET /shelves: { public: true, expect: 200 }
  POST /shelves: { public: true, body: { room: den }, expect: 201 400 }
  GET /shelves/{id}: { public: true, expect: 200 }
  DELETE /shelves/{id}: { public: true, expect: 204 }
  GET /shelves/{id}/books: { public: true, expect: 200 }
  POST /shelves/{id}/books: { public: true, body: { title: Dune }, expect: 201 400 }
  GET /shelves/{id}/books/{book}: { public: true, expect: 200 }
  DELETE /shelves/{id}/books/{book}: { public: true, expect: 204 }`,
  moved: `  GET /moved: { public: true, expect: 301 }`,
  forms: `  POST /forms: { public: true, body: { a: 1 }, expect: 303 }`,
  old: `  POST /old: { public: true, body: { a: 1 }, expect: 308 }`,
  jobs: `  POST /jobs: { public: true, expect: 202 }`,
  films: `  POST /films: { public: true, expect: 202 }`,
  batch: `  POST /batch:
    public: true
    rawBody: "[1, 2]"
    expect: { 207: [{}, { name: with a word, when: { rawBody: '[1, "two"]' } }] }`,
  label: `  GET /label: { public: true, expect: 200 206 }`,
  pages: `  GET /pages: { public: true, expect: 200 }`,
  limited: `  GET /limited: { public: true, expect: { 200: {}, 429: { burst: 8 } } }`,
} as const;

/** The part of the API that shows it when a rule is broken. */
const places: Readonly<Record<keyof typeof relationRules, keyof typeof parts>> = {
  "201-location-resolves": "items",
  "failed-write-no-effect": "items",
  "412-no-side-effect": "items",
  "patch-atomic": "items",
  "patch-keeps-the-rest": "cards",
  "written-fields-stay": "cards",
  "failed-create-adds-nothing": "items",
  "delete-takes-one": "shelves",
  "put-idempotent": "items",
  "etag-changes-when-body-changes": "items",
  "create-adds-one": "shelves",
  "list-empty-is-found": "shelves",
  "304-only-for-current": "items",
  "304-headers-match-200": "items",
  "etag-stable-when-unchanged": "items",
  "get-safe-no-change": "items",
  "head-equals-get-status": "items",
  "head-equals-get-headers": "items",
  "head-content-length-correct": "items",
  "206-bytes-equal-slice": "label",
  "206-total-equals-full-length": "label",
  "401-no-resource-data": "items",
  "3xx-target-resolves": "moved",
  "303-followup-get": "forms",
  "307-308-method-preserved": "old",
  "permanent-redirect-stable": "moved",
  "202-monitor-reachable": "jobs",
  "202-job-ends": "jobs",
  "207-item-count-matches": "batch",
  "207-mixed-distinguishable": "batch",
  "ratelimit-remaining-decreases": "limited",
  "429-not-500-503": "limited",
  "429-clears-after-window": "limited",
  "link-pagination": "pages",
  "pagination-no-overlap": "pages",
};

const entries = Object.entries(rules) as ReadonlyArray<[keyof typeof relationRules, Rule]>;
const relations = entries.filter(([id]) => id in relationRules);
const ofLevel = (level: Rule["level"]) => relations.filter(([, rule]) => rule.level === level).map(([id]) => id);

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

async function runWith(fault: Fault | undefined, part: string): Promise<Run> {
  server = await startRelated(fault);
  // Updates are read back from the standard profile on.
  const isUpdated = part === parts.items || part === parts.cards;
  const text = head(isUpdated ? "standard" : "minimal") + part;
  return runAgainst(server.url, text, { values: { token: "open" } });
}

/** The rules of failed checks, and of warnings about relations. */
function brokenRules(run: Run): ReadonlyArray<string> {
  const checks = run.cases.flatMap(({ attempts }) => attempts.at(-1)?.checks ?? []);
  const warned = checks.filter(
    ({ passed, level, rule = "" }) => !passed && level === "warning" && rule in relationRules,
  );
  const red = redChecks(run).map((check) => check.slice(check.lastIndexOf(" ") + 1));
  return [...new Set([...red, ...warned.map(({ rule = "" }) => rule)])];
}

function titlesOf(run: Run, rule: RuleId): ReadonlyArray<string> {
  const found = run.cases.filter(({ attempts }) =>
    attempts.some(({ checks }) => checks.some((check) => check.rule === rule && !check.passed)),
  );
  return found.map(({ title }) => title);
}

describe("a server that does what it says", () => {
  it.each(Object.entries(parts))("is green at %s", async (_name, part) => {
    const run = await runWith(undefined, part);
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
    expect(server?.size()).toBe(0);
  });
});

describe("a server that breaks one relation", () => {
  it.each([...ofLevel("error"), ...ofLevel("warning")])("%s, and nothing else", async (rule) => {
    const run = await runWith(rule, parts[places[rule]]);
    expect(brokenRules(run)).toEqual([rule]);
    if (ofLevel("warning").includes(rule)) expect(notPassed(run)).toEqual([]);
  });
});

describe("a create whose Location is the collection", () => {
  it("is seen where the items lie below it", async () => {
    const run = await runWith("location-is-the-collection", parts.cards);
    expect(redChecks(run)).toEqual(["POST /cards -> 201 creates a card: 201-location-resolves"]);
  });
});

describe("a server that is right in its own way", () => {
  it.each(["counts-visits", "etags-are-weak"] as const)("%s, and nothing is said", async (habit) => {
    const run = await runWith(habit, parts.items);
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
  });

  it("keeps no flags and no secrets that it was sent, and nothing is said", async () => {
    const run = await runWith("flags-are-not-kept", parts.cards);
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
  });

  it("takes a field away that depends on the one that was patched, and nothing is said", async () => {
    const run = await runWith("patch-takes-a-dependent-field", parts.cards);
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
  });

  it.each([
    "empty-list-is-204",
    "lists-are-pages",
    "lists-have-sums",
    "lists-lag",
    "only-one-is-allowed",
    "the-first-is-given-again",
  ] as const)("%s, and nothing is said", async (habit) => {
    const run = await runWith(habit, parts.shelves);
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
  });

  it("shows late what was created, and no create is blamed for it", async () => {
    const run = await runWith("lists-catch-up", parts.shelves);
    expect(notPassed(run)).toEqual([]);
    // Two reads of it do differ.
    expect(brokenRules(run)).toEqual(["get-safe-no-change"]);
  });

  it("knows no HEAD where none is declared", async () => {
    server = await startRelated("head-is-unknown");
    const manifest = "baseUrl: http://localhost:1\nprofile: thorough\nendpoints: { GET /there: 200 }";
    const run = await runAgainst(server.url, manifest);
    expect(run.cases.map(({ title }) => title)).toContain("GET /there -> 200 for HEAD as well");
    expect({ notPassed: notPassed(run), broken: brokenRules(run) }).toEqual({ notPassed: [], broken: [] });
  });
});

describe("a refused DELETE", () => {
  it("that deletes all the same is seen, though the next one succeeds", async () => {
    const run = await runWith("refused-delete-deletes", parts.items);
    expect(titlesOf(run, "failed-write-no-effect")).toEqual([
      "GET /items/{id} -> 200 still there after the refused deletes",
    ]);
  });
});

describe("a job", () => {
  it("that nobody can ask about is an error where its address was given for that", async () => {
    const run = await runWith("monitor-is-gone", parts.jobs);
    expect(titlesOf(run, "202-monitor-reachable")).toEqual(["POST /jobs -> 202 leads to a job that comes to its end"]);
  });

  it("is asked about until it ends", async () => {
    const run = await runWith(undefined, parts.films);
    const asked = run.cases.filter(({ title }) => title.endsWith("comes to its end"));
    expect(asked.map(({ attempts }) => attempts.at(-1)?.response?.status)).toEqual([200]);
  });
});
