import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const accounts = `
name: Accounts
baseUrl: http://localhost
auth: { me: { basic: { username: me, password: p } } }
endpoints:
  POST /accounts: { public: true, body: { email: a@x.org, password: secret-1 }, expect: 201 409 422 }
  GET /accounts: { public: true, expect: 200 }
  GET /accounts/{id}: { public: true, expect: 200 404 }
  POST /keys: { public: true, body: { name: ci }, expect: { 201: { body: { id: 1, token: t } } } }
  GET /me: 200 401
  POST /login:
    public: true
    body: { email: a@x.org, password: p }
    expect:
      200: { body: { token: t } }
      401:
        - { name: when the password is wrong, when: { body: { password: wrong } } }
        - { name: when nobody has that address, when: { body: { email: nobody@x.org } } }
      402: { name: when it is not paid, when: { body: { email: poor@x.org } } }
      503: { name: when the database is down, when: { headers: { X-Simulate: down } } }
`;
const ann = { email: "ann@x.org", password: "hunter-2" };

test("a secret is written and not read, unless the manifest shows it", async () => {
  const { send } = await serve(accounts);
  const texts = [
    (await send("POST /accounts", { json: ann })).text,
    (await send("POST /accounts", { json: ann })).text,
    (await send("POST /accounts", { json: { ...ann, email: 5 } })).text,
    (await send("GET /accounts/1")).text,
    (await send("GET /accounts")).text,
  ];
  expect(texts.join()).toContain("ann@x.org");
  expect(texts.join()).not.toContain("hunter-2");
  expect((await send("POST /keys", { json: { name: "ci" } })).json).toEqual({ id: 1, token: "t", name: "ci" });
});

test("what a client may not set is not set", async () => {
  const { send } = await serve(accounts);
  const made = await send("POST /accounts", { json: { ...ann, role: "admin", id: 99 } });
  expect([made.status, made.json, made.headers.get("location")]).toEqual([
    201,
    { id: 1, email: "ann@x.org" },
    "/accounts/1",
  ]);
  expect((await send("GET /accounts/1")).json).toEqual({ id: 1, email: "ann@x.org" });
});

test("a client is told what it can mend, and nothing of what it must not know", async () => {
  const { send } = await serve(accounts);
  const login = async (change: object, headers = {}) => {
    const { json, reason } = await send("POST /login", {
      json: { email: "a@x.org", password: "p", ...change },
      headers,
    });
    return [json, reason];
  };
  const [wrong, why] = await login({ password: "wrong" });
  const [unknown] = await login({ email: "nobody@x.org" });
  expect(why).toBe("when the password is wrong");
  expect(wrong).toEqual(unknown);
  expect(JSON.stringify(wrong)).not.toMatch(/password|address/);
  expect(JSON.stringify(await login({}, { "X-Simulate": "down" }).then(([json]) => json))).not.toContain("database");
  expect((await login({ email: "poor@x.org" }))[0]).toMatchObject({ error: { message: "it is not paid" } });
});

test("an answer repeats no markup of the address", async () => {
  const { send } = await serve(
    `name: P\nbaseUrl: http://localhost\ndefaults: { errors: problem+json }\nendpoints: { GET /a: 200 }\n`,
  );
  const { text } = await send('GET /<script>"x"');
  expect(text).not.toMatch(/<script>/);
});

test("credentials are compared to the letter", async () => {
  const { send } = await serve(accounts);
  const me = async (Authorization: string) => (await send("GET /me", { headers: { Authorization } })).status;
  const right = Buffer.from("me:p").toString("base64");
  expect(await me(`Basic ${right}`)).toBe(200);
  expect(await me(`basic ${right}`)).toBe(200);
  for (const wrong of [`Basic ${right}!!!`, `Basic !${right}`, "Basic", "Basic ", right, `Bearer ${right}`]) {
    expect(await me(wrong)).toBe(401);
  }
});

test("another user's item does not exist, where that is the policy", async () => {
  const { send } = await serve(`
name: Mine
baseUrl: http://localhost
auth: { ann: { bearer: a }, ben: { bearer: b } }
policy: { otherUsersObject: 404 }
endpoints:
  POST /notes: { body: { n: 1 }, expect: 201 }
  GET /notes/{id}: 200 404
  GET /notes: 200
`);
  const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
  await send("POST /notes", { json: { n: 1 }, ...as("a") });
  expect((await send("GET /notes/1", as("a"))).status).toBe(200);
  expect((await send("GET /notes/1", as("b"))).status).toBe(404);
  expect((await send("GET /notes", as("b"))).status).toBe(200);
});
