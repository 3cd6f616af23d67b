import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

function suite(auth: string): string {
  return `
name: Doors
baseUrl: http://localhost
auth: { someone: ${auth} }
endpoints:
  GET /inside: 200 401
  GET /health: { public: true, expect: 200 }
`;
}

const kinds = [
  {
    kind: "bearer",
    auth: "{ bearer: s3cret }",
    good: [{ Authorization: "Bearer s3cret" }, { Authorization: "bearer s3cret" }],
    wrong: { Authorization: "Bearer other" },
    challenge: 'Bearer realm="Doors"',
    afterWrong: 'Bearer realm="Doors", error="invalid_token"',
  },
  {
    kind: "basic",
    auth: "{ basic: { username: ada, password: 'lo:ve' } }",
    good: [{ Authorization: `Basic ${base64("ada:lo:ve")}` }],
    wrong: { Authorization: `Basic ${base64("ada:hate")}` },
    challenge: 'Basic realm="Doors", charset="UTF-8"',
    afterWrong: 'Basic realm="Doors", charset="UTF-8"',
  },
  {
    kind: "apiKey in a header",
    auth: "{ apiKey: { in: header, name: X-Key, value: k1 } }",
    good: [{ "x-key": "k1" }],
    wrong: { "X-Key": "k2" },
    challenge: 'ApiKey realm="Doors", in="header", name="X-Key"',
    afterWrong: 'ApiKey realm="Doors", in="header", name="X-Key"',
  },
  {
    kind: "cookie",
    auth: "{ cookie: { name: sid, value: c1 } }",
    good: [{ Cookie: "a=b; sid=c1" }],
    wrong: { Cookie: "sid=c2" },
    challenge: 'Cookie realm="Doors", cookie-name="sid"',
    afterWrong: 'Cookie realm="Doors", cookie-name="sid"',
  },
];

test.each(kinds)(
  "$kind: let in, and kept out with its own challenge",
  async ({ auth, good, wrong, challenge, afterWrong }) => {
    const { send } = await serve(suite(auth));
    for (const headers of good) expect((await send("GET /inside", { headers })).status).toBe(200);
    const none = await send("GET /inside");
    expect([none.status, none.headers.get("www-authenticate"), none.reason]).toEqual([
      401,
      challenge,
      "no credentials",
    ]);
    const refused = await send("GET /inside", { headers: wrong });
    expect([refused.status, refused.headers.get("www-authenticate"), refused.reason]).toEqual([
      401,
      afterWrong,
      "wrong credentials",
    ]);
    expect((await send("GET /health", { headers: wrong })).status).toBe(200);
  },
);

test("an API key in the query, which the log does not repeat", async () => {
  const { send, log } = await serve(suite("{ apiKey: { in: query, name: key, value: k1 } }"));
  expect((await send("GET /inside?key=k1")).status).toBe(200);
  expect((await send("GET /inside?key=k2")).status).toBe(401);
  expect((await send("GET /inside")).headers.get("www-authenticate")).toBe(
    'ApiKey realm="Doors", in="query", name="key"',
  );
  expect(log[0]).toMatchObject({ method: "GET", path: "/inside", status: 200 });
});

test("another scheme than the declared one is a 401 that names no token error", async () => {
  const { send } = await serve(suite("{ bearer: s3cret }"));
  const refused = await send("GET /inside", { headers: { Authorization: `Basic ${base64("a:b")}` } });
  expect(refused).toMatchObject({ status: 401, reason: "wrong scheme" });
  expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="Doors"');
  for (const Authorization of ["Bearer", "Bearer ", "s3cret", ""]) {
    expect((await send("GET /inside", { headers: { Authorization } })).status).toBe(401);
  }
});

const digestSuite = suite("{ digest: { username: ada, password: love } }");

interface DigestParts {
  readonly algorithm: "SHA-256" | "MD5";
  readonly challenge: string;
  readonly password?: string;
  readonly uri?: string;
}

function digestHeader({ algorithm, challenge, password = "love", uri = "/inside" }: DigestParts): string {
  const [, nonce = ""] = /nonce="([^"]+)"/.exec(challenge) ?? [];
  const hash = (text: string) =>
    createHash(algorithm === "MD5" ? "md5" : "sha256")
      .update(text)
      .digest("hex");
  const response = hash(`${hash(`ada:Doors:${password}`)}:${nonce}:00000001:xyz:auth:${hash(`GET:${uri}`)}`);
  const parts = `username="ada", realm="Doors", nonce="${nonce}", uri="${uri}", algorithm=${algorithm}`;
  return `Digest ${parts}, response="${response}", qop=auth, nc=00000001, cnonce="xyz"`;
}

test.each(["SHA-256", "MD5"] as const)("digest is verified with %s", async (algorithm) => {
  const { send } = await serve(digestSuite);
  const first = await send("GET /inside");
  const challenge = first.headers.get("www-authenticate") ?? "";
  expect(first.status).toBe(401);
  expect(challenge).toMatch(
    /^Digest realm="Doors", qop="auth", algorithm=SHA-256, nonce="\w+-\w+", Digest .*algorithm=MD5/,
  );
  const statusWith = async (Authorization: string) =>
    (await send("GET /inside", { headers: { Authorization } })).status;
  expect(await statusWith(digestHeader({ algorithm, challenge }))).toBe(200);
  expect(await statusWith(digestHeader({ algorithm, challenge, password: "hate" }))).toBe(401);
  expect(await statusWith(digestHeader({ algorithm, challenge, uri: "/other" }))).toBe(401);
  expect(await statusWith(digestHeader({ algorithm, challenge: 'nonce="lw1-00"' }))).toBe(401);
  expect(await statusWith("Digest")).toBe(401);
});

const twoIdentities = `
name: Notes
baseUrl: http://localhost
auth:
  member: { bearer: "{{memberToken}}" }
  guest: { bearer: "{{guestToken}}" }
  admin: { bearer: adm }
endpoints:
  POST /notes: { body: { text: a }, expect: 201 401 }
  GET /notes/{id}: 200 401 403 404
  POST /feedback: { body: { text: a }, expect: 201 403 }
  GET /admin/stats: { as: admin, expect: 200 401 403 }
  GET /notes/{id}/public: { path: { id: 7 }, expect: 200 }
`;
const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

test("what belongs to one identity is forbidden to another", async () => {
  const { send } = await serve(twoIdentities);
  await send("POST /notes", { ...as("mock-memberToken"), json: { text: "mine" } });
  await send("POST /notes", { ...as("mock-guestToken"), json: { text: "hers" } });
  expect((await send("GET /notes/1", as("mock-memberToken"))).status).toBe(200);
  expect(await send("GET /notes/1", as("mock-guestToken"))).toMatchObject({
    status: 403,
    reason: "it belongs to somebody else",
  });
  expect((await send("GET /notes/2", as("mock-guestToken"))).status).toBe(200);
  expect((await send("GET /notes/2", as("mock-memberToken"))).status).toBe(403);
  expect((await send("GET /notes/99", as("mock-guestToken"))).status).toBe(404);
});

test("an endpoint of one identity is forbidden to the others, and unknown ones are 401", async () => {
  const { send } = await serve(twoIdentities);
  expect((await send("GET /admin/stats", as("adm"))).status).toBe(200);
  expect(await send("GET /admin/stats", as("mock-memberToken"))).toMatchObject({
    status: 403,
    reason: "only admin may do this",
  });
  expect((await send("GET /admin/stats", as("nobody"))).status).toBe(401);
  const feedback = (token: string) => send("POST /feedback", { ...as(token), json: { text: "b" } });
  expect([(await feedback("mock-memberToken")).status, (await feedback("mock-guestToken")).status]).toEqual([201, 403]);
});

test("variables get the values they are given", async () => {
  const { send } = await serve(twoIdentities, { variables: { memberToken: "real" } });
  const post = (token: string) => send("POST /notes", { ...as(token), json: { text: "b" } });
  expect([(await post("real")).status, (await post("mock-memberToken")).status]).toEqual([201, 401]);
  expect((await post("mock-guestToken")).status).toBe(201);
});
