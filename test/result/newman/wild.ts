import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import newman, { type NewmanRunOptions } from "newman";

/** What the server answers, by path; anything else gets its path back in JSON. */
const answers: Readonly<Record<string, RequestListener>> = {
  "/slow": () => {},
  "/gone": (request) => request.socket.destroy(),
  "/old": (_request, response) => response.writeHead(302, { Location: "/new" }).end(),
  "/empty": (_request, response) => response.writeHead(204).end(),
  "/missing": (_request, response) =>
    response.writeHead(404, { "Content-Type": "application/json" }).end('{"error":"no such thing"}'),
  "/binary": (_request, response) =>
    response
      .writeHead(200, { "Content-Type": "application/octet-stream" })
      .end(Buffer.from([0x00, 0xff, 0xfe, 0x80, 0x41])),
  "/latin": (_request, response) =>
    response
      .writeHead(200, { "Content-Type": "text/plain; charset=iso-8859-1" })
      .end(Buffer.from("fa\xe7ade", "latin1")),
  "/large": (_request, response) => response.end("x".repeat(70_000)),
  "/twice": (_request, response) =>
    response.writeHead(200, { "Set-Cookie": ["a=1", "b=2"], "X-Twice": ["one", "two"] }).end("x"),
};

/** A small server for collections from the wild. */
export async function startWild() {
  const server = createServer((request, response) => {
    const answer = answers[(request.url ?? "").split("?")[0] ?? ""];
    if (answer) return answer(request, response);
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ path: request.url }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const script = (listen: "test" | "prerequest", ...exec: ReadonlyArray<string>) => ({ listen, script: { exec } });
const bad = 'pm.test("two is one", () => pm.expect(2).to.eql(1));';

/** A request of `{{url}}` with a test script, and with whatever else it has. */
export const item = (name: string, path: string, exec: ReadonlyArray<string> = [], more: object = {}) => ({
  name,
  request: `{{url}}${path}`,
  event: exec.length === 0 ? [] : [script("test", ...exec)],
  ...more,
});

export const collectionOf = (items: ReadonlyArray<object>) => ({ info: { name: "Wild", schema }, item: items });

const users = [
  item("list", "/users?page={{row}}&q=a%20b", [
    'pm.test("is found", () => pm.response.to.have.status(200));',
    // What its author has left out: the report must not count it.
    'pm.test.skip("is quick", () => {});',
    bad,
  ]),
  item("list", "", ['pm.test("is made", () => pm.response.to.have.status(200));'], {
    request: {
      method: "post",
      url: {
        raw: "{{url}}/users/:id",
        host: ["{{url}}"],
        path: ["users", ":id"],
        variable: [{ key: "id", value: "7" }],
      },
      header: ["1", "2"].map((value) => ({ key: "X-Twice", value })),
      body: { mode: "raw", raw: '{"row":"{{row}}"}', options: { raw: { language: "json" } } },
    },
  }),
  {
    name: "Inner\n folder",
    item: [
      item("form", "", [], {
        request: {
          method: "POST",
          url: "{{url}}/form",
          body: {
            mode: "urlencoded",
            urlencoded: [
              { key: "b", value: "ä&=" },
              { key: "off", value: "1", disabled: true },
            ],
          },
        },
      }),
    ],
  },
];

const large = item("large", "", [], {
  request: {
    method: "POST",
    url: "{{url}}/large",
    body: { mode: "raw", raw: "x".repeat(3000) },
  },
});

const errors = [
  item("refused", "", ['pm.test("runs", () => pm.expect(pm.response.code).to.eql(200));'], {
    request: "http://127.0.0.1:1/x",
  }),
  item("slow", "/slow", ['pm.test("runs", () => {});']),
  item("throws", "/ok", ['pm.test("before", () => {});', 'throw new Error("oops");']),
  item("throws after a failure", "/ok", [bad, 'throw new Error("oops");']),
  item("throws before", "/ok", [], {
    event: [script("prerequest", "nowhere();"), script("test", 'pm.test("t", () => {});')],
  }),
  item("goes without a request", "/ok", [], { event: [script("prerequest", "pm.execution.skipRequest();")] }),
  item("fails without a request", "/ok", [], { event: [script("prerequest", bad, "pm.execution.skipRequest();")] }),
];

const others = [
  large,
  ...["old", "empty", "missing", "twice"].map((path) =>
    item(path, `/${path}`, ['pm.test("has answered", () => pm.expect(pm.response.code).to.be.a("number"));']),
  ),
  ...["missing", "binary", "latin", "large", "twice"].map((path) => item(`${path}, failing`, `/${path}`, [bad])),
  item("asks before", "/main", [], {
    event: [
      script("prerequest", 'pm.sendRequest("http://127.0.0.1:1/", () => {});'),
      script("test", 'pm.test("is found", () => pm.response.to.have.status(200));'),
    ],
  }),
  item("loops", "/loop", [
    'const n = Number(pm.environment.get("n") ?? 0) + 1;',
    'pm.environment.set("n", n);',
    'pm.test("not three times", () => pm.expect(n).to.not.eql(3));',
    'pm.execution.setNextRequest(n < 4 ? "loops" : "asserts once");',
  ]),
  item("passed over", "/never", [bad]),
  item("asserts once", "/loop", [
    'const n = Number(pm.variables.get("once") ?? 0) + 1;',
    'pm.variables.set("once", n);',
    'if (n === 1) pm.test("the first time", () => {});',
    'pm.execution.setNextRequest(n < 3 ? "asserts once" : "last");',
  ]),
  item("last", "/empty", ['pm.test("204", () => pm.response.to.have.status(204));'], {
    request: {
      method: "DELETE",
      url: "{{url}}/empty/",
      auth: {
        type: "basic",
        basic: [
          { key: "username", value: "ada" },
          { key: "password", value: "sesame street" },
        ],
      },
    },
  }),
  { request: { method: "PUT", url: "{{url}}/rows/{{row}}" } },
];

/** Whatever a collection may hold that Newman and we can tell alike from its report. */
export const wild = collectionOf([{ name: "Users", item: users }, { name: "Errors", item: errors }, ...others]);

/** The environment's file. */
export const environmentOf = (url: string) => ({
  name: "Wild environment",
  values: [
    { key: "url", value: url, enabled: true },
    { key: "token", value: "s3cr3t-token", type: "secret", enabled: true },
  ],
});

/** What Newman's own JSON reporter writes. */
export async function reportOf(collection: object, options: Omit<NewmanRunOptions, "collection"> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "newmanifest-newman-"));
  try {
    const file = join(folder, "report.json");
    await new Promise<void>((resolve, reject) => {
      const json = { reporters: ["json"], reporter: { json: { export: file } } };
      newman.run({ collection, timeoutRequest: 200, ...json, ...options }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    return JSON.parse(await readFile(file, "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
