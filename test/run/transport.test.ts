import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer as createHttp, request as forward, type IncomingMessage } from "node:http";
import { createServer as createHttps, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import type { Transport } from "../../src/run/transport.ts";
import { startCli } from "../support/child.ts";
import { serveHttp } from "../support/http-server.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

const text = "baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n  GET /a: 200\n";
const folder = mkdtempSync(join(tmpdir(), "newmanifest-transport-"));
const save = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

let server: Server;
let url: string;
let ca: string;
let client: { readonly cert: string; readonly key: string };
/** The name in the certificate that the last client has shown. */
let shown: string | undefined;

beforeAll(async () => {
  const own = await generate([{ name: "commonName", value: "localhost" }]);
  const other = await generate([{ name: "commonName", value: "a client" }]);
  ca = save("ca.pem", own.cert);
  client = { cert: save("client.pem", other.cert), key: save("client-key.pem", other.private) };
  const options = { key: own.private, cert: own.cert, requestCert: true, rejectUnauthorized: false };
  server = createHttps(options, (request, response) => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate();
    shown = subject?.CN === undefined ? undefined : String(subject.CN);
    response.writeHead(200).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `https://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const run = (transport: Transport) => runAgainst(url, text, { transport, timeoutRequestMs: 5000 });

describe("a server with a certificate that nobody knows", () => {
  it("is not trusted, and the run is broken", async () => {
    const result = await run({});
    expect(notPassed(result)).toEqual(["errored  GET /a -> 200"]);
    expect(result.cases[0]?.attempts[0]?.error?.rule).toBe("wire-dns-tls");
    expect(exitCode(result)).toBe(3);
  });

  it("is trusted with --insecure, or with its authority", async () => {
    expect(notPassed(await run({ insecure: true }))).toEqual([]);
    expect(notPassed(await run({ sslExtraCaCerts: ca }))).toEqual([]);
  });

  it("is shown the client's certificate", async () => {
    expect(notPassed(await run({ insecure: true }))).toEqual([]);
    expect(shown).toBeUndefined();
    const certificate = { sslClientCert: client.cert, sslClientKey: client.key };
    expect(notPassed(await run({ insecure: true, ...certificate }))).toEqual([]);
    expect(shown).toBe("a client");
  });
});

describe("cookies and redirects", () => {
  it("come from the jar that is given, and are followed only as far as is asked for", async () => {
    const cookies: (string | undefined)[] = [];
    const plain = await serveHttp(({ path, headers }) => {
      cookies.push(headers.cookie);
      return path === "/a" ? [302, undefined, { Location: "/b" }] : [200];
    });
    const jar = {
      version: "tough-cookie@4.1.3",
      storeType: "MemoryCookieStore",
      rejectPublicSuffixes: false,
      cookies: [{ key: "kept", value: "yes", domain: "127.0.0.1", path: "/", hostOnly: true }],
    };
    const flow = "baseUrl: http://localhost:1\nprofile: minimal\nflows:\n  F:\n    - GET /c: 200\n";
    const cookieJar = save("jar.json", JSON.stringify(jar));
    expect(notPassed(await runAgainst(plain.url, flow, { transport: { cookieJar } }))).toEqual([]);
    expect(cookies).toEqual(["kept=yes"]);
    await plain.close();
  });
});

describe("a proxy of the environment", () => {
  it("is what every request goes through", async () => {
    const target = await serveHttp(() => [200]);
    const seen: (string | undefined)[] = [];
    const proxy = createHttp((request: IncomingMessage, response) => {
      seen.push(request.url);
      const { method, headers } = request;
      request.pipe(
        forward(request.url ?? "", { method: method ?? "GET", headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        }),
      );
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => proxy.once("listening", resolve));
    const file = save("api.yaml", text.replace("http://localhost:1", target.url));
    const env = { HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
    const child = startCli(["run", file, "-q", "-o", join(folder, "out")], { env });
    expect(await child.ended).toBe(0);
    expect(seen).toEqual([`${target.url}/a`]);
    await Promise.all([target.close(), new Promise((resolve) => proxy.close(resolve))]);
  });
});
