import { afterEach, describe, expect, it } from "vitest";
import { startEnvelope } from "../servers/envelope.ts";
import type { Running } from "../servers/listen.ts";
import { startNormalising } from "../servers/normalising.ts";
import { startParcels } from "../servers/parcels.ts";
import { startRecipes } from "../servers/recipes.ts";
import { startSlugs } from "../servers/slugs.ts";
import { startTasks } from "../servers/tasks.ts";
import { startTerse } from "../servers/terse.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// Servers that are right, each in its own way. Whatever goes red here is a mistake of ours.

interface Right {
  readonly name: string;
  readonly start: () => Promise<Running>;
  readonly values?: Record<string, string>;
  readonly suite: string;
}

const servers: ReadonlyArray<Right> = [
  {
    name: "an API without a word too many",
    start: startTerse,
    values: { token: "open-sesame" },
    suite: `
auth: { clerk: { bearer: "{{token}}" } }
policy: { deleteMissing: 204 }
endpoints:
  GET /v1/things: { expect: { 200: {}, 401: { headers: { WWW-Authenticate: true } }, 405: {} } }
  POST /v1/things: { body: { name: screw, size: 4 }, expect: 201 400 401 409 }
  GET /v1/things/{id}: 200 304 401 404 405
  PUT /v1/things/{id}: { body: { name: bolt, size: 5 }, expect: 204 400 401 404 }
  DELETE /v1/things/{id}: 204 401 404
`,
  },
  {
    name: "JSend, compressed, with cookies and two users",
    start: startEnvelope,
    values: { alice: "key-of-alice", bob: "key-of-bob" },
    suite: `
auth:
  alice: { apiKey: { in: header, name: X-Api-Key, value: "{{alice}}" } }
  bob: { apiKey: { in: header, name: X-Api-Key, value: "{{bob}}" } }
defaults: { errors: { status: fail, data: null } }
endpoints:
  GET /notes: 200 401
  POST /notes: { body: { text: " remember ", tags: [b, a] }, capture: { id: $.data.id }, expect: 201 400 401 422 }
  GET /notes/{id}:
    expect:
      200: { body: { status: success, data: { text: remember, tags: [a] } } }
      304: {}
      401: {}
      404: [{ name: of somebody else, when: { as: bob } }, { name: unknown }]
      410: {}
  PATCH /notes/{id}: { body: { text: changed }, expect: 200 401 403 404 422 }
  DELETE /notes/{id}: 200 401 403 404 410
`,
  },
  {
    name: "Express, which tidies what it is given",
    start: startNormalising,
    values: { password: "hunter2" },
    suite: `
auth: { ann: { basic: { username: ann, password: "{{password}}" } } }
endpoints:
  GET /accounts: 200 401
  POST /accounts:
    body:
      email: " Ann@Example.ORG "
      name: "Ann  Example"
      joined: "2024-05-01T23:30:00-05:00"
      price: 9.999
      password: correct horse
      nick: ""
      website: https://example.org
      isbn: 978-0-441-17271-9
      phone: +49 (30) 123-45
      country: DE
      version: 1
      iban: DE89370400440532013000
    optional: [nick, website, isbn, phone, country, version, iban]
    expect: { 201: {}, 400: {}, 401: {}, 422: {} }
  GET /accounts/{id}: 200 304 401 404
  PUT /accounts/{id}:
    body: { email: b@example.org, name: Bo, joined: 2024-05-02, price: "12.50", password: battery, country: FR, version: 2 }
    optional: [country, version]
    expect: 200 400 401 422
  DELETE /accounts/{id}: 204 401
  GET /me: 307 401
  GET /accounts.csv: 200 401
`,
  },
  {
    name: "Fastify, with coercion, slugs and problem details",
    start: startSlugs,
    values: { session: "s3cret" },
    suite: `
auth: { writer: { cookie: { name: session, value: "{{session}}" } } }
policy: { validation: 422 }
defaults: { errors: problem+json }
endpoints:
  GET /articles: { expect: 200 }
  POST /articles: { body: { title: Hello World, words: "5", draft: true }, optional: [draft], expect: 201 }
  GET /articles/{id}: 200 404
  PATCH /articles/{id}: { body: { title: Hello again }, expect: 200 422 }
  DELETE /articles/{id}: 202 404
`,
  },
  {
    name: "Koa, with names as ids",
    start: startRecipes,
    values: { token: "salt" },
    suite: `
auth: { cook: { bearer: "{{token}}" } }
endpoints:
  GET /recipes/: 302 401
  GET /recipes: 200 401 405
  POST /recipes: { body: { name: "Crème brûlée, l'originale", steps: [mix, bake] }, expect: 201 400 401 409 422 }
  GET /recipes/{name}: 200 304 401 404
  DELETE /recipes/{name}: 200 401 404
`,
  },
  {
    name: "Hono, with URNs, ranges, jobs, batches and downtime",
    start: startParcels,
    suite: `
endpoints:
  GET /parcels: 200
  POST /parcels: { body: { to: Ann, weight: 1.5 }, expect: 201 400 }
  GET /parcels/{id}: 200 404
  DELETE /parcels/{id}: 204 404
  GET /label: 200 206 416
  GET /labels: 200
  POST /labels: { body: { parcels: [1] }, expect: 202 }
  POST /batches: { body: { parcels: [1, 2] }, expect: 207 }
  POST /bulk: { body: { parcels: [1, 2] }, expect: 207 }
  DELETE /drafts: 205
  GET /search: { expect: { 200: { body: [] }, 429: { burst: 14 } } }
  GET /health: { expect: { 200: {}, 503: { when: { headers: { X-Simulate: down } } } } }
  GET /old: 308
  GET /feed: 200
`,
  },
  {
    name: "slashes at the end, JSON Patch, required preconditions and forms",
    start: startTasks,
    suite: `
endpoints:
  GET /tasks: 308
  GET /tasks/: 200
  HEAD /tasks/: 200
  OPTIONS /tasks/: 204
  POST /tasks/: { body: { title: sweep, isDone: false }, expect: 201 422 }
  GET /tasks/{id}/: 200 404
  PUT /tasks/{id}/: { headers: { If-Match: "*" }, body: { title: wash, isDone: false }, expect: 200 404 412 422 }
  PATCH /tasks/{id}/:
    headers: { If-Match: "*", Content-Type: application/json-patch+json }
    body: [{ op: replace, path: /isDone, value: true }]
    expect: { 200: {}, 404: {}, 412: {}, 428: { when: { headers: { If-Match: null } } } }
  DELETE /tasks/{id}/: 200 404
  POST /login/:
    form: { user: ann, password: correct }
    expect: { 200: {}, 401: { when: { body: { password: wrong } } }, 422: {} }
`,
  },
];

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

describe.each(["standard", "thorough"])("the %s profile", (profile) => {
  it.each(servers)("does not fail $name", async ({ start, values = {}, suite }) => {
    server = await start();
    const text = `name: Right\nbaseUrl: http://localhost:1\nprofile: ${profile}\n${suite}`;
    const run = await runAgainst(server.url, text, { values });
    expect({ notPassed: notPassed(run), red: redChecks(run) }).toEqual({ notPassed: [], red: [] });
    expect(run.cases.length).toBeGreaterThan(10);
    expect(server.size()).toBe(0);
  });
});
