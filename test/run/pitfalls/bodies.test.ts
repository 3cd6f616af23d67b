import { describe, expect, it } from "vitest";
import { expandPlan } from "../../../src/plan/expand.ts";
import { casesOf, manifestOf, notPassed } from "../../support/suite.ts";
import { type Seen, send, textOf, tryOut } from "./try-out.ts";

const typesOf = (seen: ReadonlyArray<Seen>) => seen.map(({ url, headers }) => `${url} ${headers["content-type"]}`);

describe("a body of text", () => {
  it("has the Content-Type that is written, and no other", async () => {
    const endpoints = {
      "POST /none": { rawBody: "a,b", expect: 200 },
      "POST /csv": { rawBody: { text: "a,b", contentType: "text/csv" }, expect: 200 },
      "POST /json": { body: { a: 1 }, expect: 200 },
      "POST /merge": { body: { a: 1 }, headers: { "Content-Type": "application/merge-patch+json" }, expect: 200 },
    };
    const { seen } = await tryOut({ endpoints }, undefined, { lanes: 1 });
    expect(typesOf(seen)).toEqual([
      "/none undefined",
      "/csv text/csv",
      "/json application/json",
      "/merge application/merge-patch+json",
    ]);
  });

  it("arrives as it was written, also where there is a comment in what is called JSON", async () => {
    const texts = ['{"a": /* b */ 1} // c', '{"a": /*', '{"a": "b // c"} /* d */', '{"a": "http://b"}', '{"a": "// b'];
    const endpoints = Object.fromEntries(
      texts.map((text, n) => [`POST /${n}`, { rawBody: { text, contentType: "application/json" }, expect: 200 }]),
    );
    const { seen } = await tryOut({ endpoints }, undefined, { lanes: 1 });
    expect(seen.map(({ body }) => body)).toEqual(texts);
    expect(new Set(seen.map(({ headers }) => headers["content-type"]))).toEqual(new Set(["application/json"]));
    // As what must be refused, too.
    const when = texts.map((rawBody, n) => ({ name: `of kind ${n}`, when: { rawBody } }));
    const refused = { "POST /a": { body: { a: 1 }, expect: { 200: null, 400: when } } };
    const second = await tryOut({ endpoints: refused });
    expect(second.seen.slice(1).map(({ body }) => body)).toEqual(texts);
  });

  it("that is JSON keeps what looks like a comment in its texts", async () => {
    const body = { url: "http://a//b", note: "/* c */ // d", quote: '"// e' };
    const { seen } = await tryOut({ endpoints: { "POST /a": { body, expect: 200 } } });
    expect(seen.map((one) => JSON.parse(one.body))).toEqual([body]);
  });

  it("of every case that a thorough plan makes arrives as the plan has it", async () => {
    const manifest = {
      profile: "thorough",
      // Too long to be written into a collection.
      edges: { "ec-body-too-large": "off" },
      endpoints: { "POST /a": { body: { title: "Dune // *", pages: 412 }, expect: [201, 400, 422] } },
    };
    const planned = casesOf(expandPlan(manifestOf(textOf(manifest)))).filter(({ method }) => method === "POST");
    const texts = planned.flatMap(({ request }) => (request?.body?.kind === "text" ? [request.body.text] : []));
    expect(texts.length).toBeGreaterThan(15);
    const { seen } = await tryOut(manifest, (response) => send(response, 422, { error: "no" }), { lanes: 1 });
    const came = seen.filter(({ method }) => method === "POST").map(({ body }) => body);
    expect(texts.filter((text) => !text.includes("{{") && !came.includes(text))).toEqual([]);
  });
});

describe("a body that Newman would drop", () => {
  it.each(["GET", "HEAD", "OPTIONS", "TRACE", "DELETE"])("is sent with %s", async (method) => {
    const { seen } = await tryOut({ endpoints: { [`${method} /a`]: { body: { a: 1 }, expect: 200 } } });
    expect(seen.map((one) => [one.method, JSON.parse(one.body)])).toEqual([[method, { a: 1 }]]);
  });
});

describe("a header that Newman adds by itself", () => {
  it("is taken away where its absence is what is asked about", async () => {
    const bare = { name: "bare", when: { headers: { Accept: null, "User-Agent": null } } };
    const endpoints = { "POST /a": { body: { a: 1 }, expect: 200 }, "GET /b": { expect: { 200: [{}, bare] } } };
    const { run, seen } = await tryOut({ edges: ["ec-ct-missing", "ec-host-missing"], endpoints });
    const lacking = (name: string) => seen.filter(({ headers }) => headers[name] === undefined);
    expect(lacking("content-type").map(({ method, body }) => `${method} ${body}`)).toContain('POST {\n  "a": 1\n}');
    expect(lacking("accept").map(({ url }) => url)).toEqual(["/b"]);
    expect(lacking("user-agent").map(({ url }) => url)).toEqual(["/b"]);
    // Node's server answers a request without Host by itself.
    const hostless = run.cases.find(({ edge }) => edge === "ec-host-missing");
    expect(hostless?.attempts.map(({ response }) => response?.status)).toEqual([400]);
    expect(notPassed(run).filter((state) => state.includes("Host"))).toEqual([]);
  });
});
