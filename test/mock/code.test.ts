import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const head = "name: Codes\nbaseUrl: http://localhost\nendpoints:\n";

test("405 lists what is allowed; OPTIONS and HEAD come with GET", async () => {
  const { send } = await serve(`${head}  GET /a: { expect: { 200: { body: { x: 1 } } } }\n  POST /a: 200\n`);
  const refused = await send("PUT /a");
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  const options = await send("OPTIONS /a");
  expect([options.status, options.headers.get("allow"), options.text]).toEqual([204, "GET, POST, HEAD, OPTIONS", ""]);
  const [get, headed] = [await send("GET /a"), await send("HEAD /a")];
  expect([headed.status, headed.text]).toEqual([200, ""]);
  for (const name of ["content-length", "content-type", "etag"]) {
    expect(headed.headers.get(name)).toBe(get.headers.get(name));
  }
  expect(get.headers.get("content-length")).toBe("7");
});

test("an unknown path is 404 for every method", async () => {
  const { send } = await serve(`${head}  GET /a: 200\n`);
  for (const line of ["GET /b", "POST /", "OPTIONS /a/b", "GET /a/", "GET //a", "GET /A"]) {
    expect(await send(line)).toMatchObject({ status: 404, reason: "unknown path" });
  }
});

test("a static path comes before a parameter", async () => {
  const { send } = await serve(
    `${head}  POST /a: 201\n  GET /a/{id}: 200\n  GET /a/latest: { expect: { 200: { body: { it: is } } } }\n`,
  );
  expect((await send("GET /a/latest")).json).toEqual({ it: "is" });
});

test("406 for types that nobody has, declared or not; where nothing is sent, nothing is refused", async () => {
  const { send } = await serve(`${head}  GET /a: 200 406\n  GET /b: 200\n  DELETE /b: 204\n`);
  const status = async (path: string, Accept: string) => (await send(`GET ${path}`, { headers: { Accept } })).status;
  for (const accept of ["*/*", "application/*", "text/html, application/json;q=0.1"]) {
    expect(await status("/a", accept)).toBe(200);
  }
  expect(await status("/a", "text/html")).toBe(406);
  expect(await status("/a", "application/json;q=0, */*")).toBe(406);
  expect(await status("/b", "text/html")).toBe(406);
  expect((await send("DELETE /b", { headers: { Accept: "text/html" } })).status).toBe(204);
});

const bodies = `${head}
  POST /json: { body: { n: 1 }, expect: 201 400 415 422 }
  POST /plain: { body: { n: 1 }, expect: 201 422 }
  POST /form: { form: { q: a }, expect: 200 415 }
  POST /raw: { rawBody: "<a/>", headers: { Content-Type: application/xml }, expect: 200 415 }
  POST /files: { multipart: { title: a, picture: { file: a.png } }, expect: 201 415 422 }
`;
const typed = (type: string, body: string) => ({ headers: { "Content-Type": type }, body });

test("415 for a media type that the endpoint does not take", async () => {
  const { send } = await serve(bodies);
  const status = async (path: string, type: string, body: string) =>
    (await send(`POST ${path}`, typed(type, body))).status;
  expect(await status("/json", "application/json; charset=utf-8", '{"n":1}')).toBe(201);
  expect(await status("/json", "application/vnd.x+json", '{"n":2}')).toBe(201);
  expect(await status("/json", "text/plain", '{"n":1}')).toBe(415);
  expect(await status("/plain", "text/plain", '{"n":1}')).toBe(422);
  expect(await status("/form", "application/x-www-form-urlencoded", "q=b")).toBe(200);
  expect(await status("/form", "application/json", '{"q":"b"}')).toBe(415);
  expect(await status("/raw", "application/xml", "<b/>")).toBe(200);
  expect(await status("/raw", "text/plain", "<b/>")).toBe(415);
  const gzipped = { headers: { "Content-Type": "application/json", "Content-Encoding": "gzip" }, body: "x" };
  expect((await send("POST /json", gzipped)).status).toBe(415);
});

test("multipart parts are read", async () => {
  const { send } = await serve(bodies);
  const form = new FormData();
  form.set("title", "Dune");
  expect(await send("POST /files", { body: form })).toMatchObject({ status: 422, reason: "picture is missing" });
  form.set("picture", new Blob(["x"]), "cover.png");
  expect((await send("POST /files", { body: form })).json).toEqual({ id: 1, title: "Dune", picture: "cover.png" });
  expect((await send("POST /files", typed("multipart/form-data", "no boundary"))).status).toBe(422);
});

test("malformed is 400 and invalid is 422 where both are declared", async () => {
  const { send } = await serve(bodies);
  const json = (body: string) => send("POST /json", typed("application/json", body));
  expect(await json('{"n":')).toMatchObject({ status: 400, reason: "the body is not JSON" });
  expect((await json("")).status).toBe(400);
  expect(await json("{}")).toMatchObject({ status: 422, reason: "n is missing" });
  const wrong = await json('{"n":"1"}');
  expect(wrong.json).toEqual({
    error: {
      code: "UNPROCESSABLE_CONTENT",
      message: "n is not a number",
      fields: [{ field: "n", message: "is not a number" }],
    },
  });
  for (const root of ["[]", "null", '"x"', "1", "true"]) {
    expect(await json(root)).toMatchObject({ status: 400, reason: "the body is not an object" });
  }
  expect((await send("POST /plain", typed("application/json", "{"))).status).toBe(422);
});

test.each([
  ["201 400", "", 400, 400],
  ["201 422", "", 422, 422],
  ["201", "", 400, 422],
  ["201 400|422", "", 400, 422],
  ["201", "policy: { validation: 400 }", 400, 400],
  ["201", "policy: { malformed: 422 }", 422, 422],
])("expect: %s %s -> malformed %i, invalid %i", async (codes, policy, malformed, invalid) => {
  const { send } = await serve(
    `name: Codes\nbaseUrl: http://localhost\n${policy}\nendpoints:\n  POST /a: { body: { n: 1 }, expect: ${codes} }\n`,
  );
  expect((await send("POST /a", typed("application/json", "{"))).status).toBe(malformed);
  expect((await send("POST /a", { json: {} })).status).toBe(invalid);
});

test("optional fields may be left out, PATCH may leave out any, a schema has its own rules", async () => {
  const { send } = await serve(`${head}
  POST /a: { body: { n: 1, note: x }, optional: [note], expect: 201 }
  PATCH /a/{id}: { body: { n: 1 }, expect: 200 }
  POST /s:
    bodySchema:
      type: object
      examples: [{ n: 1, s: ab, e: x }]
      required: [n]
      properties:
        n: { type: integer, minimum: 1, maximum: 9 }
        s: { type: string, minLength: 2, maxLength: 3, pattern: "^a" }
        e: { enum: [x, y] }
    expect: 201
`);
  expect((await send("POST /a", { json: { n: 1 } })).status).toBe(201);
  expect((await send("POST /a", { json: { n: 1, note: 5 } })).status).toBe(422);
  expect((await send("PATCH /a/1", { json: { other: 1 } })).status).toBe(200);
  expect((await send("PATCH /a/1", { json: { n: "1" } })).status).toBe(422);
  const reason = async (json: unknown) => (await send("POST /s", { json })).reason;
  expect(await reason({ n: 1, s: "ab", e: "x" })).toBe("created");
  expect(await reason({ s: "ab" })).toBe("n is missing");
  expect(await reason({ n: 0, s: "b", e: "z" })).toBe('n is less than 1, s is shorter than 2, e is none of "x", "y"');
  expect(await reason({ n: 10, s: "bb" })).toBe("n is more than 9, s does not match ^a");
  expect(await reason({ n: 1.5, s: "aaaa" })).toBe("n is not of type integer, s is longer than 3");
});

const whens = `
name: Whens
baseUrl: http://localhost
auth: { member: { bearer: m }, blocked: { bearer: b } }
endpoints:
  POST /orders:
    body: { sku: A1, quantity: 1, note: x }
    expect:
      201: {}
      401: { when: { headers: { Authorization: Bearer expired } }, body: { error: expired } }
      403: { when: { as: blocked } }
      402: { when: { body: { card: { state: declined } } } }
      409: { when: { body: { sku: SOLD, note: null } } }
      422:
        - { name: quantity exceeds stock, when: { body: { quantity: 9999 } } }
        - { name: unknown sku, when: { body: { sku: nope } } }
      503: { when: { headers: { X-Simulate: down } } }
      504: { when: { query: { slow: "1" } } }
      405: { when: { method: PATCH } }
      413: { when: { rawBody: "big" } }
  GET /orders/{id}: { expect: { 200: {}, 410: { when: { path: { id: old } } }, 451: { when: { headers: { X-Country: null, X-Test: "1" } } } } }
`;
const order = { sku: "A1", quantity: 1, note: "x" };
const member = { Authorization: "Bearer m" };

test("`when` is matched part by part, and the rest of the request may be anything", async () => {
  const { send } = await serve(whens);
  const post = (json: unknown, headers: Record<string, string> = {}, query = "") =>
    send(`POST /orders${query}`, { json, headers: { ...member, ...headers } });
  expect((await post(order)).status).toBe(201);
  expect((await post({ ...order, card: { state: "declined", n: 1 } })).status).toBe(402);
  expect((await post({ sku: "SOLD", quantity: 1 })).status).toBe(409);
  expect((await post({ ...order, sku: "SOLD" })).status).toBe(201);
  expect(await post({ ...order, quantity: 9999 })).toMatchObject({ status: 422, reason: "quantity exceeds stock" });
  expect(await post({ sku: "nope" })).toMatchObject({ status: 422, reason: "unknown sku" });
  const down = await post({}, { "X-Simulate": "down" });
  expect([down.status, down.headers.get("retry-after")]).toEqual([503, "1"]);
  expect((await post(order, {}, "?slow=1")).status).toBe(504);
  expect((await post(order, { Authorization: "Bearer b" })).status).toBe(403);
  const expired = await post(order, { Authorization: "Bearer expired" });
  expect([expired.status, expired.json]).toEqual([401, { error: "expired" }]);
  expect(expired.headers.get("www-authenticate")).toBe('Bearer realm="Whens", error="invalid_token"');
  expect((await send("POST /orders", { ...typed("text/plain", "big"), headers: member })).status).toBe(413);
  const patched = await send("PATCH /orders", { json: order, headers: member });
  expect([patched.status, patched.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
});

test("`when` waits for authentication unless it is about credentials", async () => {
  const { send } = await serve(whens);
  expect((await send("POST /orders", { json: order, headers: { "X-Simulate": "down" } })).status).toBe(401);
  expect((await send("GET /orders/old", { headers: member })).status).toBe(410);
  expect((await send("GET /orders/old")).status).toBe(401);
  expect((await send("GET /orders/1", { headers: { ...member, "X-Test": "1" } })).status).toBe(451);
  expect((await send("GET /orders/1", { headers: { ...member, "X-Test": "1", "X-Country": "x" } })).status).toBe(404);
});

test("a `when` that succeeds is a success of its own", async () => {
  const { send } = await serve(`${head}
  GET /search:
    query: { q: dune }
    expect:
      200:
        - { body: { items: [{ id: 1 }] } }
        - { name: nothing found, when: { query: { q: zzz } }, equals: { items: [] } }
  POST /a: { body: { n: 1, s: x }, expect: { 201: {}, 202: { when: { body: { s: null } } } } }
`);
  expect((await send("GET /search?q=dune")).json).toEqual({ items: [{ id: 1 }] });
  expect((await send("GET /search?q=zzz")).json).toMatchObject({ items: [] });
  expect((await send("POST /a", { json: { n: 1 } })).status).toBe(202);
});

test("problem+json, an example, and the declared body of one answer", async () => {
  const end = `endpoints:
  GET /a/{id}: { path: { id: 1 }, expect: 200 404 }
  GET /b/{id}: { path: { id: 1 }, expect: { 200: {}, 404: { body: { gone: true }, equals: { why: never } } } }
`;
  const problem = await serve(`name: P\nbaseUrl: http://localhost/v1\ndefaults: { errors: problem+json }\n${end}`);
  const missing = await problem.send("GET /a/2");
  expect(missing.headers.get("content-type")).toBe("application/problem+json");
  expect(missing.json).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "unknown id",
    instance: "/v1/a/2",
  });
  expect((await problem.send("GET /b/2")).json).toEqual({ gone: true, why: "never" });
  const example = await serve(`name: E\nbaseUrl: http://localhost
defaults: { errors: { error: { code: INVALID_EMAIL, message: The email is wrong, status: 400, trace: t1 } } }\n${end}`);
  expect((await example.send("GET /a/2")).json).toEqual({
    error: { code: "NOT_FOUND", message: "unknown id", status: 404, trace: "t1" },
  });
});

test("declared headers are met", async () => {
  const { send } = await serve(`name: H
baseUrl: http://localhost
defaults: { headers: { X-Frame: DENY, X-Powered-By: false } }
endpoints:
  GET /a:
    expect:
      200:
        headers:
          Cache-Control: no-store
          X-Trace: '/^[0-9a-f]{4}-(red|blue)$/'
          X-Any: [one, two]
          Vary: true
          ETag: false
          Content-Type: /json/
  GET /csv: { expect: { 200: { headers: { Content-Type: text/csv }, body: "a,b" } } }
  GET /teapot: 418
  GET /made: { expect: { 200: { schema: { type: object, required: [n], properties: { n: { type: integer, minimum: 5 }, s: { type: string } } } } } }
`);
  const { headers } = await send("GET /a");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-trace")).toMatch(/^[0-9a-f]{4}-(red|blue)$/);
  expect([headers.get("x-any"), headers.get("vary"), headers.get("etag")]).toEqual(["one", "Accept", null]);
  expect([headers.get("x-frame"), headers.get("content-type")]).toEqual(["DENY", "application/json"]);
  expect((await send("GET /nowhere")).headers.get("x-frame")).toBe("DENY");
  const csv = await send("GET /csv");
  expect([csv.headers.get("content-type"), csv.text]).toEqual(["text/csv", "a,b"]);
  expect((await send("GET /teapot")).status).toBe(418);
  expect((await send("GET /made")).json).toEqual({ n: 5, s: "text" });
});

test("202 says where to follow the job, 207 has a status per item, 205 nothing", async () => {
  const { send } = await serve(`${head}
  POST /reports: { body: { year: 2024 }, expect: 202 }
  POST /batch: { body: [{ n: 1 }], expect: 207 }
  POST /reset: 205
`);
  const accepted = await send("POST /reports", { json: { year: 2024 } });
  expect([accepted.status, accepted.headers.get("location")]).toEqual([202, "/reports/jobs/1"]);
  expect((await send("GET /reports/jobs/1")).json).toEqual({ id: 1, status: "running" });
  expect((await send("GET /reports/jobs/1")).json).toEqual({ id: 1, status: "succeeded" });
  expect((await send("POST /batch", { json: [{ n: 1 }, { n: 2 }] })).json).toEqual([
    { id: 1, status: 200 },
    { id: 2, status: 200 },
  ]);
  const reset = await send("POST /reset");
  expect([reset.status, reset.text, reset.headers.get("content-length")]).toEqual([205, "", "0"]);
});

test("redirects lead somewhere", async () => {
  const { send } = await serve(`name: R
baseUrl: http://localhost/v1
endpoints:
  GET /books: 200
  POST /books: { body: { t: a }, expect: 201 }
  GET /books/{id}: 200
  GET /old/books: 301
  GET /old/books/{id}: { path: { id: { from: POST /books } }, expect: 308 }
  GET /out: { expect: { 302: { headers: { Location: "https://example.com/x" } } } }
  POST /go: 303
  GET /tmp: 307
`);
  const location = async (line: string) => {
    const { status, headers, text } = await send(line);
    return [status, headers.get("location"), text];
  };
  await send("POST /books", { json: { t: "a" } });
  expect(await location("GET /old/books")).toEqual([301, "/v1/books", ""]);
  expect(await location("GET /old/books/1")).toEqual([308, "/v1/books/1", ""]);
  expect(await location("GET /out")).toEqual([302, "https://example.com/x", ""]);
  expect(await location("POST /go")).toEqual([303, "/v1/books", ""]);
  expect(await location("GET /tmp")).toEqual([307, "/v1/books", ""]);
  expect(await location("GET /old/books?page=2")).toEqual([301, "/v1/books?page=2", ""]);
});

test("a redirect leads to something that answers, with the same method where that is kept", async () => {
  const { send } = await serve(`name: R
baseUrl: http://localhost
auth: { me: { apiKey: { in: query, name: key, value: k } } }
endpoints:
  POST /orders: { body: { n: 1 }, expect: 201 }
  GET /orders/{id}: 200
  POST /old/orders: { body: { n: 1 }, expect: 308 }
  GET /latest: { expect: 302 }
  GET /away: { public: true, expect: { 301: { headers: { Location: /new/place?x=1 } } } }
  PUT /there: { body: { n: 1 }, expect: { 307: { headers: { Location: /here } } } }
`);
  await send("POST /orders?key=k", { json: { n: 5 } });
  const follow = async (line: string, json?: unknown) => {
    const first = await send(line, json === undefined ? {} : { json });
    const location = first.headers.get("location") ?? "";
    const method = [307, 308].includes(first.status) ? line.split(" ")[0] : "GET";
    const next = await send(
      `${method} ${location}${location.includes("?") ? "&" : "?"}key=k`,
      json === undefined ? {} : { json },
    );
    return [location, next.status];
  };
  expect(await follow("POST /old/orders?key=k", { n: 1 })).toEqual(["/orders", 201]);
  expect(await follow("GET /latest?key=k")).toEqual(["/orders/1", 200]);
  expect(await follow("GET /away")).toEqual(["/new/place?x=1", 200]);
  expect(await follow("PUT /there?key=k", { n: 1 })).toEqual(["/here", 200]);
});

test("an API of nothing but a redirect leads to its root", async () => {
  const { send } = await serve("name: R\nbaseUrl: http://localhost\nendpoints: { GET /old: 302 }\n");
  expect((await send("GET /old")).headers.get("location")).toBe("/");
  expect((await send("GET /")).status).toBe(200);
});
