import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMask } from "../../src/result/redact/mask.ts";
import { wireAttempt } from "../../src/run/wire-attempt.ts";
import { encodeRun } from "../support/encode-run.ts";
import { runAgainst } from "../support/suite.ts";

let server: Server;
let url = "";

beforeAll(async () => {
  server = createServer((request, response) => response.writeHead(request.url === "/" ? 404 : 200).end());
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const suite = `
baseUrl: http://127.0.0.1:1
secrets: [word]
endpoints:
  GET /query: { query: { s: "{{inUrl}}" }, expect: 200 }
  GET /path/{x}: { path: { x: "{{inUrl}}" }, expect: 200 }
  POST /form: { form: { s: "{{word}}" }, expect: 200 }
  POST /json: { body: { s: "{{inJson}}" }, expect: 200 }
  GET /header: { headers: { X-Word: "a {{word}} b" }, expect: 200 }
`;

const awkward = [..." '()*+!%&=;\"\\<>{}/?#@:~^`|-_.,$[]\té€😀aZ0"];
const word = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...awkward), minLength: 4, maxLength: 12 }),
    fc.string({ unit: "grapheme", minLength: 4, maxLength: 12 }),
  )
  // Nothing but stars is what a mask looks like, and nothing but blanks is in every text.
  .filter((text) => !/^[\s*]*$/.test(text) && !text.includes("{{") && text.trim().length >= 4);

/** The secret as it has to be given for each place that it stands in; no more than that is encoded. */
function valuesOf(secret: string): Record<string, string> {
  const inUrl = secret.replace(/[/?#&]/g, encodeURIComponent);
  return { word: secret, inUrl, inJson: JSON.stringify(secret).slice(1, -1) };
}

/** A text as a server may read it: as it is, percent-decoded, as a form, as JSON. */
function readings(text: string): ReadonlyArray<string> {
  const bytes = (value: string) =>
    Buffer.from(
      value.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      "latin1",
    );
  const decode = (value: string) => value.replace(/(?:%[\da-f]{2})+/gi, (run) => bytes(run).toString("utf8"));
  const unescaped = text.replace(/\\(u[\da-f]{4}|.)/gi, (whole) => {
    try {
      return JSON.parse(`"${whole}"`);
    } catch {
      return whole;
    }
  });
  return [text, decode(text), decode(text.replaceAll("+", " ")), unescaped];
}

function strings(value: unknown): ReadonlyArray<string> {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe("the run file", () => {
  it("holds a secret in no form that a server would read it in", async () => {
    await fc.assert(
      fc.asyncProperty(word, async (secret) => {
        const run = await runAgainst(url, suite, { values: valuesOf(secret), lanes: 1 });
        const kept = encodeRun(run)
          .trim()
          .split("\n")
          .flatMap((line) => strings(JSON.parse(line).attempts ?? []));
        expect(kept.filter((text) => text.includes("***")).length).toBeGreaterThanOrEqual(4);
        const leaks = kept.filter((text) => readings(text).some((reading) => reading.includes(secret)));
        expect(leaks).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("holds no password of a base URL", async () => {
    const broken = await runAgainst("http://user:pa55@127.0.0.1:1", suite, { values: valuesOf("none") });
    expect(broken.baseUrl).toBe("http://***@127.0.0.1:1");
    expect(broken.broken).toBe("nothing listens at http://***@127.0.0.1:1 (ECONNREFUSED)");
    expect(encodeRun(broken)).not.toContain("pa55");
    const run = await runAgainst(url.replace("//", "//user:pa55@"), suite, { values: valuesOf("none") });
    expect(run.cases.length).toBeGreaterThan(4);
    for (const { attempts } of run.cases) expect(attempts[0]?.response?.status).toBe(200);
    expect(encodeRun(run)).not.toContain("pa55");
  });
});

describe("a short secret", () => {
  it("is masked as a whole value, and nowhere else", () => {
    const masked = createMask(["a b"]).request({
      method: "GET",
      url: "http://h/a%20b?x=a+b&y=a%20b&z=a%20bc",
      headers: [
        { name: "X-A", value: "a b" },
        { name: "X-B", value: "a bc" },
      ],
    });
    expect(masked.url).toBe("http://h/a%20b?x=***&y=***&z=a%20bc");
    expect(masked.headers.map(({ value }) => value)).toEqual(["***", "a bc"]);
  });
});

describe("a long secret", () => {
  const forms = ["s/c r'(t)*", "s%2Fc%20r'(t)*", "s%2fc+r%27%28t%29%2A", "s/c%20r'(t)*", "s\\/c r\\u0027(t)*"];
  it.each(forms)("is masked as %s", (form) => {
    expect(createMask(["s/c r'(t)*"]).text(`a ${form} b`)).toBe("a *** b");
  });

  it("is masked in base64 with padding and without", () => {
    const mask = createMask(["s/c r'(t)"]);
    const encoded = Buffer.from("s/c r'(t)x".slice(0, -1)).toString("base64");
    expect(mask.text(encoded)).toBe("***");
    expect(createMask(["secret?"]).text("c2VjcmV0Pw c2VjcmV0Pw==")).toBe("*** ***");
  });
});

describe("what is cut", () => {
  it("was masked before: bytes that belong to no response", () => {
    const one = { itemId: "x", method: "GET", checks: [], hasTests: false, isCleanUp: false };
    const rest = `${"-".repeat(34)}swordfish-77`;
    const fault = { code: "HPE_INVALID_CONSTANT", message: "Parse Error", status: 200, rest, isFirst: false };
    const execution = { key: "x", durationMs: 1, fault, assertions: [], warnings: [] };
    const attempt = wireAttempt(one, execution, createMask(["swordfish-77"]));
    expect(attempt?.checks[0]?.message).toContain(`${"-".repeat(34)}***"`);
  });
});

describe("masking", () => {
  const books = `
baseUrl: http://127.0.0.1:1
endpoints:
  POST /login: { body: { user: ann, password: hunter-22 }, expect: 200 400 }
  GET /things/{id}: { path: { id: 1 }, expect: { 200: { body: { token: abcdefgh-1 } } } }
`;

  it("changes no outcome", async () => {
    const plain = await runAgainst(url, books, { lanes: 1 });
    const masked = await runAgainst(url, books, { lanes: 1, redact: ["user", "id", "content-type", "date", "code"] });
    const what = ({ cases }: typeof plain) =>
      cases.map(({ id, attempts }) => [
        id,
        attempts.map((one) => [one.status, one.checks.map((own) => [own.id, own.passed])]),
      ]);
    expect(what(masked)).toEqual(what(plain));
    expect([encodeRun(plain).includes('\\"ann\\"'), encodeRun(masked).includes('\\"ann\\"')]).toEqual([true, false]);
    expect(encodeRun(plain)).not.toContain("hunter-22");
  });
});
