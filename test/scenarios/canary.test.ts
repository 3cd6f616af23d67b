import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as reporterTables from "../../src/report/reporters.ts";
import { canary, found } from "../support/canaries.ts";
import { startCli } from "../support/child.ts";
import { type Asked, serveHttp, type TestServer } from "../support/http-server.ts";

/** One for each place that a secret comes from. */
const canaries = {
  bearer: canary("/~+a=="),
  basic: canary(":p@s/"),
  headerKey: canary('"x\\y'),
  queryKey: canary("%2Fa"),
  cookie: canary("=="),
  urlPassword: canary(),
  urlQuery: canary(),
  bodyPassword: canary("é!"),
  formSecret: canary(" +"),
  /** Nobody declares these. */
  obtained: canary(),
  serverCookie: canary(),
  inMessage: canary(),
  inCollection: canary("/x"),
};

const folder = mkdtempSync(join(tmpdir(), "newmanifest-canary-"));
const heard: string[] = [];
let server: TestServer;

/** Tells back all that it was told, in every way that a server would. */
function echo({ path, headers, body, request }: Asked) {
  const url = request.url ?? "";
  const basic = /^Basic (.*)$/.exec(headers.authorization ?? "")?.[1] ?? "";
  const pair = Buffer.from(basic, "base64").toString("utf8");
  const all = [url, body, ...Object.values(headers).map(String), pair].join("\n");
  heard.push(decodeURIComponent(all.replace(/%(?![\da-f]{2})/gi, "%25")), body);
  if (path.endsWith("/login"))
    return [200, { token: canaries.obtained.value, tokenType: "Bearer" }, cookies()] as const;
  const password = pair.slice(pair.indexOf(":") + 1);
  const told = {
    code: "no",
    message: `no: ${all}; password=${canaries.inMessage.value}`,
    field: "password",
    headers,
    body,
    base64: Buffer.from(all).toString("base64"),
    base64url: Buffer.from(all).toString("base64url"),
    reversed: Buffer.from(`${password}:ann`).toString("base64"),
    percent: encodeURIComponent(all),
    lower: encodeURIComponent(all).replace(/%../g, (hex) => hex.toLowerCase()),
    json: JSON.stringify({ all }),
  };
  return [418, told, { ...cookies(), "X-Echo": Buffer.from(all).toString("base64"), Location: url }] as const;
}

function cookies() {
  return { "Set-Cookie": `session=${canaries.serverCookie.value}; Path=/; HttpOnly` };
}

const manifest = `
name: Canaries
baseUrl: http://127.0.0.1:1
profile: minimal
auth:
  bearer: { bearer: "\${CANARY_BEARER}" }
  basic: { basic: { username: ann, password: "\${CANARY_BASIC}" } }
  header: { apiKey: { name: X-Thing, value: "\${CANARY_HEADER}" } }
  query: { apiKey: { name: thing, value: "\${CANARY_QUERY}", in: query } }
  cookie: { cookie: { name: thing, value: "\${CANARY_COOKIE}" } }
endpoints:
  GET /bearer: 204
  GET /basic: { as: basic, expect: 204 }
  GET /header: { as: header, expect: 204 }
  GET /query: { as: query, query: { other: "\${CANARY_URL}" }, expect: 204 }
  GET /cookie: { as: cookie, expect: 204 }
  POST /users: { body: { user: ann, password: "\${CANARY_BODY}" }, expect: 204 }
  POST /forms: { form: { user: ann, clientSecret: "\${CANARY_FORM}" }, expect: 204 }
`;

const script = (...exec: string[]) => [{ listen: "test", script: { type: "text/javascript", exec } }];

function collection(url: string) {
  const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  const bearer = [{ key: "Authorization", value: "Bearer {{session}}" }];
  return {
    info: { name: "Chained", schema },
    variable: [{ key: "clientKey", value: canaries.inCollection.value }],
    item: [
      {
        name: "log in",
        event: script("pm.collectionVariables.set('session', pm.response.json().token)"),
        request: { method: "POST", url: `${url}/login`, header: [{ key: "X-Own", value: "{{clientKey}}" }] },
      },
      {
        name: "use it",
        event: script(
          "pm.test('says', () => pm.expect(pm.collectionVariables.get('session')).to.equal('other'))",
          "pm.test('tells ' + pm.collectionVariables.get('session'), () => pm.expect(pm.response.text()).to.equal(''))",
        ),
        request: { method: "GET", url: `${url}/things/{{session}}`, header: bearer },
      },
    ],
  };
}

const reporterNames = Object.entries(reporterTables).flatMap(([name, table]) =>
  /reporters$/i.test(name) && typeof table === "object" ? Object.keys(table) : [],
);

/** Every file below a folder, by name, with its text. */
function textsIn(below: string): ReadonlyMap<string, string> {
  const names = readdirSync(below, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(below, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(below, name), "latin1")]));
}

let said = "";
let code: unknown;

beforeAll(async () => {
  server = await serveHttp(echo);
  writeFileSync(join(folder, "api.yaml"), manifest);
  const secrets = mkdtempSync(join(tmpdir(), "newmanifest-canary-env-"));
  writeFileSync(join(secrets, "some.json"), JSON.stringify(collection(server.url)));
  const values = {
    BEARER: "bearer",
    HEADER: "headerKey",
    QUERY: "queryKey",
    COOKIE: "cookie",
    URL: "urlQuery",
  } as const;
  const lines = Object.entries(values).map(([name, key]) => `CANARY_${name}='${canaries[key].value}'`);
  writeFileSync(join(secrets, ".env"), lines.join("\n"));
  const env = {
    CANARY_BASIC: canaries.basic.value,
    CANARY_BODY: canaries.bodyPassword.value,
    CANARY_FORM: canaries.formSecret.value,
  };
  const reports = reporterNames.map((name) => `${name}=${join(folder, "reports", name)}`);
  const baseUrl = server.url.replace("//", `//ann:${canaries.urlPassword.value}@`);
  const args = ["--base-url", baseUrl, "--env-file", join(secrets, ".env"), "-o", join(folder, "out")];
  const log = ["--log", join(folder, "requests.ndjson"), "--redact", "clientKey"];
  const files = [join(folder, "api.yaml"), join(secrets, "some.json")];
  const run = startCli(["run", ...files, ...args, ...log, "-r", ["console", ...reports].join(",")], { env });
  code = await run.ended;
  said = run.said();
  const made = startCli(["generate", join(folder, "api.yaml"), "-o", join(folder, "made")], { env });
  await made.ended;
  said += made.said();
  rmSync(secrets, { recursive: true });
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("secrets", () => {
  it("reach the server, and come back from it", () => {
    const sent = found(heard.join("\n"), canaries);
    // What the server says of itself comes back from nobody; the credentials of a case come before those of the URL.
    const own = ["inMessage"];
    expect([...sent, ...own].sort()).toEqual(Object.keys(canaries).sort());
    expect(code).toBe(1);
  });

  it("would be found in whatever they are written", () => {
    const all = Object.values(canaries).map(({ value }) => value);
    const ways = [all.join(), JSON.stringify({ all }), encodeURIComponent(all.join())];
    for (const one of ways) expect(found(one, canaries)).toEqual(Object.keys(canaries));
    for (const lead of ["", "a", "ab"])
      expect(found(`x ${Buffer.from(lead + all.join()).toString("base64")}`, canaries)).toEqual(Object.keys(canaries));
  });

  it("are in nothing that is said", () => {
    expect(said).toContain("***");
    expect(found(said, canaries)).toEqual([]);
  });

  it("are in no file", () => {
    const texts = textsIn(folder);
    const names = [...texts.keys()];
    const kept = ["requests.ndjson", join("out", "run.ndjson"), join("made", "canaries.postman_collection.json")];
    expect(names).toEqual(expect.arrayContaining(kept));
    for (const name of reporterNames)
      expect(names.filter((file) => file.startsWith(join("reports", name)))).not.toEqual([]);
    const leaks = [...texts].flatMap(([name, text]) => found(text, canaries).map((which) => `${which} in ${name}`));
    expect(leaks).toEqual([]);
    for (const name of ["requests.ndjson", join("out", "run.ndjson"), join("reports", "json")])
      expect(texts.get(name)).toContain("***");
  });
});
