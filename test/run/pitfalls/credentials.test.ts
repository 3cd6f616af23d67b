import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { collectionOf, manifestOf, notPassed } from "../../support/suite.ts";
import { type Answer, send, textOf, tryOut } from "./try-out.ts";

const auth = { me: { bearer: "good" } };

describe("a case without credentials", () => {
  it("says so in the collection: nothing would inherit them", () => {
    const { collection } = collectionOf(manifestOf(textOf({ auth, endpoints: { "GET /a": [200, 401] } })));
    const items = collection.item.flatMap((folder) => folder.item).flatMap((item) => ("item" in item ? [] : [item]));
    const types = items.map(({ name, request }) => `${name}: ${request.auth?.type}`);
    expect(types).toContain("GET /a -> 401 without credentials: noauth");
    // Credentials written by hand stand in a header, which any other `auth` would take the place of.
    expect(types).toContain("GET /a -> 401 with wrong credentials: bearer");
    expect(types).toContain("GET /a -> 401 with the wrong authentication scheme: noauth");
    expect(new Set(items.map(({ request }) => request.auth?.type))).toEqual(new Set(["bearer", "noauth"]));
  });

  it("sends none, and one with malformed ones sends them as they were written", async () => {
    const { run, seen } = await tryOut(
      {
        profile: "standard",
        auth,
        endpoints: {
          "GET /a": [200, 401],
          "GET /b": { expect: { 200: null, 401: { name: "x", when: { headers: { Authorization: "Bearer a b" } } } } },
        },
      },
      (response, { headers }) => {
        response.setHeader("WWW-Authenticate", "Bearer");
        send(response, headers.authorization === "Bearer good" ? 200 : 401, { error: "who are you?" });
      },
    );
    const sent = new Set(seen.map(({ url, headers }) => `${url} ${headers.authorization}`));
    expect(sent).toContain("/a undefined");
    expect(sent).toContain("/a Bearer good");
    expect(sent).toContain("/a Bearer");
    expect(sent).toContain("/b Bearer a b");
    expect(notPassed(run).filter((state) => state.includes("401"))).toEqual([]);
  });
});

describe("a cookie", () => {
  /** Lets in whoever has the token, or the cookie that it gives to everybody who has the token. */
  const session: Answer = (response, { headers }) => {
    const isKnown = headers.authorization === "Bearer good";
    if (isKnown) response.setHeader("Set-Cookie", "session=1; Path=/; HttpOnly");
    response.setHeader("WWW-Authenticate", "Bearer");
    send(response, isKnown || headers.cookie === "session=1" ? 200 : 401, { error: "who are you?" });
  };

  it("of an earlier answer lets no case in that must be refused", async () => {
    const { run, seen } = await tryOut({ auth, endpoints: { "GET /a": [200, 401] } }, session, { lanes: 1 });
    expect(notPassed(run)).toEqual([]);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.flatMap(({ headers }) => headers.cookie ?? [])).toEqual([]);
  });

  const openStep = (path: string, code: number) => ({ [`GET ${path}`]: { public: true, expect: code } });

  it("is sent by the later steps of its flow", async () => {
    const { run, seen } = await tryOut({ auth, flows: { In: [{ "GET /in": 200 }, openStep("/a", 200)] } }, session);
    expect(notPassed(run)).toEqual([]);
    expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, "session=1"]);
  });

  it("of one flow lets nobody in another one in", async () => {
    // Short ones, and many: a runner may put them together.
    const flows = Array.from({ length: 5 }, (_, n) => [
      [`In ${n}`, [{ "GET /in": 200 }]],
      [`Out ${n}`, [openStep("/a", 401)]],
    ]).flat();
    const { run, seen } = await tryOut({ auth, flows: Object.fromEntries(flows) }, session, { lanes: 1 });
    expect(notPassed(run)).toEqual([]);
    expect(seen).toHaveLength(10);
    expect(seen.flatMap(({ headers }) => headers.cookie ?? [])).toEqual([]);
  });

  it("that is the credentials is sent where it is meant to be, and wrong or not at all elsewhere", async () => {
    const cookie = { me: { cookie: { name: "session", value: "1" } } };
    const { run, seen } = await tryOut({ auth: cookie, endpoints: { "GET /a": [200, 401] } }, session);
    expect(notPassed(run)).toEqual([]);
    expect(seen.map(({ headers }) => headers.cookie)).toEqual(["session=1", undefined, "session=newmanifest-wrong"]);
  });
});

describe("digest authentication", () => {
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");
  const challenge = 'Digest realm="r", qop="auth", nonce="n"';

  const digest: Answer = (response, { method, url, headers }) => {
    const given = new Map(
      [...(headers.authorization ?? "").matchAll(/(\w+)="?([^",]+)/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
    const ways = [md5("me:r:word"), "n", given.get("nc"), given.get("cnonce"), "auth", md5(`${method}:${url}`)];
    const isRight = given.get("response") === md5(ways.join(":"));
    if (!isRight) response.setHeader("WWW-Authenticate", challenge);
    send(response, isRight ? 200 : 401, isRight ? { a: 1 } : { error: "who are you?" });
  };

  it("is one attempt of a case, though it is two requests, and the second answer is the case's", async () => {
    const { run, seen } = await tryOut(
      { auth: { me: { digest: { username: "me", password: "word" } } }, endpoints: { "GET /a": [200, 401] } },
      digest,
      { lanes: 1 },
    );
    expect(notPassed(run)).toEqual([]);
    const answers = run.cases.map(({ attempts }) => attempts.map(({ response }) => response?.status));
    expect(answers[0]).toEqual([200]);
    expect(answers.every((codes) => codes.length === 1)).toBe(true);
    expect(seen.length).toBeGreaterThan(answers.length);
    const [first] = run.cases;
    const titles = first?.attempts[0]?.checks.map(({ title }) => title) ?? [];
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain("status is 200 OK");
  });
});
