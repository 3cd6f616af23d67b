import { afterEach, describe, expect, it } from "vitest";
import type { Rule } from "../../src/http/rule.ts";
import { relationRules } from "../../src/http/rules/relations.ts";
import { type RuleId, rules } from "../../src/http/rules.ts";
import type { Run } from "../../src/result/model.ts";
import { type Fault, startFaulty } from "../servers/faulty.ts";
import type { Running } from "../servers/listen.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// Whatever a server can break, one rule at a time: it goes red, under the name of that rule and no other.

const head = `
name: Faulty
baseUrl: http://localhost:1
profile: minimal
auth: { somebody: { bearer: "{{token}}" } }
defaults: { errors: problem+json }
endpoints:
`;

const parts = {
  shape: `  GET /shape:
    public: true
    expect:
      200:
        headers: { X-Kind: /.*/ }
        body: { count: 1 }
        equals: { kind: plain }
        schema: { properties: { size: { minimum: 0 } } }
        under: 400ms`,
  secret: "  GET /secret: 200 401",
  moved: "  GET /moved: { public: true, expect: 302 }",
  batch: "  POST /batch: { public: true, body: { ids: [1] }, expect: 207 }",
  draft: "  DELETE /draft: { public: true, expect: 205 }",
  busy: "  GET /busy: { public: true, expect: 503 }",
  lost: "  GET /lost: { public: true, expect: 410 }",
  paid: "  GET /paid: { public: true, expect: 402 }",
  label: "  GET /label: { public: true, expect: 200 206 416 }",
  list: "  GET /items: { public: true, expect: 200 405 }",
  items: `  POST /items: { public: true, body: { name: one }, expect: 201 400 }
  GET /items/{id}: { public: true, expect: 200 304 404 }
  DELETE /items/{id}: { public: true, expect: 204 }`,
  cart: `  GET /items: { public: true, expect: 200 }
flows:
  Cart:
    - POST /carts: { expect: 201, save: { cart: $.id } }`,
} as const;

/** The part of the API that shows it when a rule is broken. */
const places: Readonly<Partial<Record<RuleId, keyof typeof parts>>> = {
  "wire-response-received": "shape",
  "status-expected": "items",
  "201-location-present": "items",
  "201-location-uri-reference": "items",
  "204-no-body": "items",
  "205-no-body": "draft",
  "206-content-range-single": "label",
  "207-body-per-item-status": "batch",
  "3xx-location-present": "moved",
  "3xx-location-uri-reference": "moved",
  "304-no-body": "items",
  "304-etag-equal": "items",
  "401-www-authenticate-present": "secret",
  "405-allow-present": "list",
  "405-allow-excludes-refused": "list",
  "416-content-range-unsatisfied": "label",
  "retry-after-grammar": "busy",
  "content-type-present": "shape",
  "json-parsable": "secret",
  "problem-status-equals-actual": "paid",
  "body-keeps-what-was-sent": "items",
  "capture-id": "items",
  "capture-validator": "items",
  "capture-saved": "cart",
  "manifest-header": "shape",
  "manifest-body": "shape",
  "manifest-equals": "shape",
  "manifest-schema": "shape",
  "manifest-under": "shape",
  "error-body-shape": "lost",
};

// What breaks HTTP itself never becomes a response: Node's parser refuses it, and the runner says which rule that breaks.
const unreadable: ReadonlyMap<RuleId, RuleId> = new Map([
  ["wire-response-received", "wire-connection-reset"],
  ["204-no-body", "wire-no-body-on-204-304-head"],
  ["304-no-body", "wire-no-body-on-204-304-head"],
]);
// What every response must be is broken in test/every/, relations and unknown fields in test/relations/, transport and suite in test/run/ and
// test/result/; that an open answer is no server error, beside the warnings.
const elsewhere: ReadonlySet<string> = new Set([
  ...Object.keys(relationRules),
  "status-not-5xx",
  "unknown-field-not-kept",
]);
const errors = (Object.entries(rules) as [RuleId, Rule][]).filter(
  ([id, { level, at }]) =>
    level === "error" && (at === undefined || at === "plan" || places[id] !== undefined) && !elsewhere.has(id),
);
// What the runner and the whole run decide is broken in test/run/wire.test.ts and in test/result/suite/.
const ofResponses = errors.filter(([, { at }]) => at !== "run" && at !== "suite").map(([id]) => id);
const readable = ofResponses.filter((id) => !unreadable.has(id));

let server: Running | undefined;

async function runWith(fault: Fault | undefined, part: string, start = head): Promise<Run> {
  server = await startFaulty(fault);
  return runAgainst(server.url, start + part, { values: { token: "open" } });
}

function partOf(rule: RuleId): string {
  const place = places[rule];
  if (place === undefined) throw new Error(`nothing here shows it when a server breaks ${rule}`);
  return parts[place];
}

/** The rules of what a report shows in red. */
function redRules(run: Run): ReadonlyArray<string> {
  return [...new Set(redChecks(run).map((check) => check.slice(check.lastIndexOf(" ") + 1)))];
}

/** What the failed checks of a run say, and the warnings. */
function messages(run: Run): ReadonlyArray<string | undefined> {
  const checks = run.cases.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.checks));
  return checks.filter(({ passed }) => !passed).map(({ message }) => message);
}

afterEach(async () => {
  await server?.close();
});

describe("a server that breaks one rule", () => {
  it.each(Object.entries(parts))("is green at %s when it breaks none", async (_place, part) => {
    expect(notPassed(await runWith(undefined, part))).toEqual([]);
  });

  it.each(readable)("%s goes red, and nothing else", async (rule) => {
    const run = await runWith(rule, partOf(rule));
    expect(redRules(run)).toEqual([rule]);
  });

  it.each([...unreadable])("%s goes red as %s, and nothing else", async (rule, wireRule) => {
    const run = await runWith(rule, partOf(rule));
    expect(redRules(run)).toEqual([wireRule]);
  });
});

describe("a check that fails says what it found", () => {
  const example = head.replace("problem+json", "{ error: { message: no } }");
  const said: ReadonlyArray<readonly [string, Fault | undefined, string, string]> = [
    ["manifest-body", "manifest-body", parts.shape, "differences: $.count is a string, not a number"],
    ["manifest-equals", "manifest-equals", parts.shape, 'differences: $.kind is "other", not "plain"'],
    [
      "error-body-shape",
      undefined,
      "  GET /wrong: { public: true, expect: 410 }",
      "differences: $.error is not an object",
    ],
    ["207-body-per-item-status", "207-body-per-item-status", parts.batch, 'items without a status: {"id":1}'],
    [
      "202-status-monitor",
      undefined,
      "  POST /jobs: { public: true, expect: 202 }",
      "no header and no field to follow the job by",
    ],
    [
      "body-keeps-what-was-sent",
      "body-keeps-what-was-sent",
      parts.items,
      "fields that differ from what was sent: name",
    ],
  ];

  it.each(said)("%s", async (_rule, fault, part, message) => {
    expect(messages(await runWith(fault, part, example))).toContain(message);
  });
});

describe("a read-back", () => {
  const standard = head.replace("minimal", "standard");
  const items = `  POST /items: { public: true, body: { name: one }, expect: 201 }
  GET /items/{id}: { public: true, expect: 200 }`;

  it("goes red where nothing of what was sent is there", async () => {
    const run = await runWith("fields-vanish", items, standard);
    expect(redChecks(run)).toEqual(["GET /items/{id} -> 200 returns what was created: body-keeps-what-was-sent"]);
    expect(messages(run)).toContain("none of what was sent is there");
  });

  it("says nothing of what is empty, and of secrets", async () => {
    const secret = items.replace("{ name: one }", '{ name: "", password: two, login: { pin: 3 } }');
    const run = await runWith("fields-vanish", secret, standard);
    expect(notPassed(run)).toEqual([]);
    expect(run.cases.map(({ title }) => title)).toContain("GET /items/{id} -> 200 returns what was created");
  });
});
