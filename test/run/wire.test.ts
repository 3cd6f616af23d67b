import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { Edge } from "../../src/http/edge.ts";
import { edges } from "../../src/http/edges.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { exitCode } from "../../src/result/exit-code.ts";
import type { Run } from "../../src/result/model.ts";
import { createMask } from "../../src/result/redact/mask.ts";
import { attemptOf } from "../../src/run/attempt.ts";
import { judgedOf } from "../../src/run/dispatch/run-jobs.ts";
import type { TransportFault } from "../../src/run/execution.ts";
import { wireVerdict } from "../../src/run/wire.ts";
import type { Running } from "../servers/listen.ts";
import { casesOf, manifestOf, notPassed, redChecks, runAgainst } from "../support/suite.ts";
import { bytes, listenRaw, type RawAnswer } from "./raw-server.ts";

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

const head = "name: Wire\nbaseUrl: http://localhost:1\nprofile: minimal\n";

/** Runs one endpoint against a server that answers it with these bytes. */
async function runOne(answer: RawAnswer, endpoint = "GET /fault: 200"): Promise<Run> {
  server = await listenRaw({ "/fault": answer });
  return runAgainst(server.url, `${head}endpoints: { ${endpoint} }`, { timeoutRequestMs: 300 });
}

function failedMessage(run: Run): string {
  const checks = run.cases.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.checks));
  return checks.find(({ passed }) => !passed)?.message ?? "";
}

function errors(run: Run) {
  return run.cases.map(({ attempts: [attempt] }) => attempt?.error);
}

const plain = "Content-Type: text/plain\r\n";
const ok = `200 OK\r\n${plain}Content-Length: 2\r\n`;

interface Fault {
  readonly what: string;
  readonly answer: RawAnswer;
  readonly endpoint?: string;
  readonly rule: string;
  readonly says: RegExp;
}

const faults: ReadonlyArray<Fault> = [
  {
    what: "a body after 204",
    answer: bytes("204 No Content\r\n\r\nsurplus"),
    endpoint: "DELETE /fault: 204",
    rule: "wire-no-body-on-204-304-head",
    says: /^the response had ended, and the server sent more: "surplus" \(HPE_INVALID_CONSTANT: /,
  },
  {
    what: "a body after 204, and the end of the connection",
    answer: (socket) => socket.end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\nsurplus"),
    endpoint: "DELETE /fault: 204",
    rule: "wire-no-body-on-204-304-head",
    says: /"surplus" \(HPE_CLOSED_CONNECTION: /,
  },
  {
    what: "a body after 304",
    answer: bytes("304 Not Modified\r\n\r\nthe same"),
    endpoint: "GET /fault: 304",
    rule: "wire-no-body-on-204-304-head",
    says: /"the same"/,
  },
  {
    what: "a body in answer to HEAD",
    answer: bytes(`${ok}\r\nok`),
    endpoint: "HEAD /fault: 200",
    rule: "wire-no-body-on-204-304-head",
    says: /"ok"/,
  },
  {
    what: "Content-Length before Transfer-Encoding",
    answer: bytes(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`),
    rule: "wire-cl-and-te-together",
    says: /^the server sent both Content-Length and Transfer-Encoding.*\(HPE_INVALID_TRANSFER_ENCODING: /,
  },
  {
    what: "Content-Length after Transfer-Encoding",
    answer: bytes("200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\nok\r\n0\r\n\r\n"),
    rule: "wire-cl-and-te-together",
    says: /\(HPE_INVALID_CONTENT_LENGTH: /,
  },
  {
    what: "Content-Length twice",
    answer: bytes(`${ok}Content-Length: 3\r\n\r\nok`),
    rule: "wire-duplicate-content-length",
    says: /\(HPE_UNEXPECTED_CONTENT_LENGTH: /,
  },
  {
    what: "less than Content-Length says",
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\n${plain}Content-Length: 20\r\n\r\nok`),
    rule: "wire-body-length-matches",
    says: /^the server closed the connection before the body was whole \(ECONNRESET: aborted\)$/,
  },
  {
    what: "a chunked body without its end",
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\n${plain}Transfer-Encoding: chunked\r\n\r\n5\r\nab`),
    rule: "wire-body-length-matches",
    says: /before the body was whole/,
  },
  {
    what: "a reset in the middle of the body",
    answer: (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${plain}Content-Length: 20\r\n\r\nok`);
      setTimeout(() => socket.resetAndDestroy(), 30);
    },
    rule: "wire-body-length-matches",
    says: /before the body was whole \(ECONNRESET: read ECONNRESET\)$/,
  },
  {
    what: "more than Content-Length says",
    answer: bytes(`${ok}\r\nokmore`),
    rule: "wire-body-length-matches",
    says: /sent more: "more" \(HPE_INVALID_CONSTANT: /,
  },
  {
    what: "a chunk size that is no number",
    answer: bytes(`200 OK\r\n${plain}Transfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n`),
    rule: "wire-body-length-matches",
    says: /chunked body that cannot be read.*\(HPE_INVALID_CHUNK_SIZE: /,
  },
  {
    what: "no answer, and the end of the connection",
    answer: (socket) => socket.end(),
    rule: "wire-connection-reset",
    says: /^the server closed the connection and did not answer \(ECONNRESET: socket hang up\)$/,
  },
  {
    what: "no answer, and a reset",
    answer: (socket) => socket.resetAndDestroy(),
    rule: "wire-connection-reset",
    says: /\(ECONNRESET: read ECONNRESET\)$/,
  },
  {
    what: "a part of a header section, and the end of the connection",
    answer: (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Le"),
    rule: "wire-connection-reset",
    says: /ECONNRESET/,
  },
  {
    what: "what is no gzip",
    answer: bytes(`${ok}Content-Encoding: gzip\r\n\r\nok`),
    rule: "wire-content-decodes",
    says: /not encoded as its Content-Encoding says \(Z_DATA_ERROR: incorrect header check\)$/,
  },
  {
    what: "what is no brotli",
    answer: bytes(`${ok}Content-Encoding: br\r\n\r\nok`),
    rule: "wire-content-decodes",
    says: /\((Z_BUF_ERROR|ERR_)/,
  },
  {
    what: "a space before a colon",
    answer: bytes(`${ok}X-Kind : plain\r\n\r\nok`),
    rule: "wire-header-syntax",
    says: /header section that cannot be read.*\(HPE_INVALID_HEADER_TOKEN: /,
  },
  {
    what: "a folded header line",
    answer: bytes(`200 OK\r\nX-Kind: plain\r\n text\r\nContent-Length: 2\r\n\r\nok`),
    rule: "wire-header-syntax",
    says: /HPE_INVALID_HEADER_TOKEN/,
  },
  {
    what: "a Content-Length that is no number",
    answer: bytes("200 OK\r\nContent-Length: two\r\n\r\nok"),
    rule: "wire-header-syntax",
    says: /HPE_INVALID_CONTENT_LENGTH/,
  },
  {
    what: "line feeds alone",
    answer: (socket) => socket.write("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"),
    rule: "wire-header-syntax",
    says: /HPE_CR_EXPECTED/,
  },
  {
    what: "another protocol",
    answer: (socket) => socket.end("SSH-2.0-Server\r\n"),
    rule: "wire-response-received",
    says: /^what the server sent is no HTTP\/1.1 response: "SSH-2.0-Server\\r\\n" \(HPE_INVALID_CONSTANT: /,
  },
  {
    what: "a status that is no number",
    answer: bytes("abc OK\r\nContent-Length: 2\r\n\r\nok"),
    rule: "wire-response-received",
    says: /HPE_INVALID_STATUS/,
  },
];

describe("a server that breaks HTTP on the wire", () => {
  it.each(faults)("$what: $rule", async ({ answer, endpoint, rule, says }) => {
    const run = await runOne(answer, endpoint);
    expect(redChecks(run)).toEqual([`${run.cases[0]?.title}: ${rule}`]);
    expect(failedMessage(run)).toMatch(says);
    expect(exitCode(run)).toBe(1);
  });

  it("fails the case whose body came late, and no other", async () => {
    const late: RawAnswer = (socket) => {
      socket.write("HTTP/1.1 204 No Content\r\n\r\n");
      setTimeout(() => socket.write("late"), 5);
    };
    server = await listenRaw({ "/fault": late });
    const wait = "setTimeout(() => {}, 60);";
    const steps = `flows:\n  Late:\n    - DELETE /fault: { expect: { 204: { tests: "${wait}" } } }\n    - GET /next: 200\n`;
    const run = await runAgainst(server.url, `${head}${steps}`);
    expect(redChecks(run)).toEqual([`${run.cases[0]?.title}: wire-no-body-on-204-304-head`]);
    expect(failedMessage(run)).toBe('the response had ended, and the server sent more: "late"');
    expect(notPassed(run)).toEqual(["failed  1 DELETE /fault -> 204"]);
  });
});

describe("what is right, or nobody's fault", () => {
  const part = brotliCompressSync(Buffer.from("a body that is longer than its first byte")).subarray(0, 1);

  it.each([
    ["Content-Length with 304", bytes('304 Not Modified\r\nETag: "1"\r\nContent-Length: 7\r\n\r\n'), "GET /fault: 304"],
    ["Content-Encoding with HEAD", bytes(`${ok}Content-Encoding: gzip\r\n\r\n`), "HEAD /fault: 200"],
    ["Content-Encoding with 304", bytes("304 Not Modified\r\nContent-Encoding: br\r\n\r\n"), "GET /fault: 304"],
    [
      "a body that ends with the connection",
      (socket) => socket.end(`HTTP/1.1 200 OK\r\n${plain}\r\nok`),
      "GET /fault: 200",
    ],
    [
      "gzip",
      (socket) => {
        const body = gzipSync("ok");
        socket.write(`HTTP/1.1 200 OK\r\n${plain}Content-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`);
        socket.write(body);
      },
      "GET /fault: 200",
    ],
    [
      "an interim response before the last one",
      bytes(`103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\nHTTP/1.1 ${ok}\r\nok`),
      "GET /fault: 200",
    ],
  ] satisfies ReadonlyArray<readonly [string, RawAnswer, string]>)("passes: %s", async (_what, answer, endpoint) => {
    expect(notPassed(await runOne(answer, endpoint))).toEqual([]);
  });

  it("passes: a connection that was closed because a header is too large", async () => {
    const run = await runOne((socket) => socket.resetAndDestroy(), "GET /fault: 431");
    expect(run.cases.map(({ edge }) => edge)).toEqual(["ec-header-too-large"]);
    expect(notPassed(run)).toEqual([]);
  });

  it("is errored: a part of a body that is encoded as a whole", async () => {
    const run = await runOne((socket) => {
      socket.write(
        `HTTP/1.1 206 Partial Content\r\n${plain}Content-Encoding: br\r\nContent-Range: bytes 0-0/50\r\nContent-Length: 1\r\n\r\n`,
      );
      socket.write(part);
    }, "GET /fault: 206");
    expect(redChecks(run)).toEqual([]);
    expect(errors(run).map((error) => error?.rule)).toEqual([undefined]);
  });

  it("is errored: an idle connection that was closed", async () => {
    const closing: RawAnswer = (socket, { count }) =>
      count === 1 ? bytes(`${ok}\r\nok`)(socket, { method: "GET", count }) : socket.resetAndDestroy();
    server = await listenRaw({ "/a": closing, "/b": closing });
    const run = await runAgainst(server.url, `${head}flows: { Two: [{ GET /a: 200 }, { GET /b: 200 }] }`);
    expect(redChecks(run)).toEqual([]);
    expect(errors(run)).toEqual([
      undefined,
      { code: "ECONNRESET", message: expect.any(String), rule: "wire-connection-reset" },
    ]);
  });

  it("is errored: a server that does not answer in time", async () => {
    const run = await runOne(() => {});
    expect(errors(run)).toEqual([{ code: "ESOCKETTIMEDOUT", message: expect.any(String), rule: "wire-timeout" }]);
    expect(exitCode(run)).toBe(3);
  });

  it("is errored: a port where nobody listens", async () => {
    server = await listenRaw({});
    await server.close();
    const run = await runAgainst(server.url, `${head}endpoints: { GET /a: 200 }`);
    expect(errors(run).map((error) => error?.rule)).toEqual(["wire-dns-tls"]);
  });

  it("is errored: an answer 101, after which nothing is sent", async () => {
    const upgrade = bytes("101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n");
    server = await listenRaw({ "/a": upgrade });
    const run = await runAgainst(server.url, `${head}flows: { Two: [{ GET /a: 200 }, { GET /b: 200 }] }`, {
      timeoutRequestMs: 200,
      timeoutScriptMs: 200,
    });
    expect(errors(run).map((error) => error?.rule)).toEqual(["wire-run-hang-guard", "suite-not-run-zero"]);
  });
});

describe("an error that no test server can cause here", () => {
  const whole = { isFirst: true, message: "" };

  it.each([
    [
      { ...whole, code: "ERROR", message: "Exceeded maxRedirects. Probably stuck in a redirect loop" },
      "wire-redirect-loop",
    ],
    [{ ...whole, code: "HPE_INVALID_EOF_STATE", status: 200 }, "wire-body-length-matches"],
    [{ ...whole, code: "EPIPE" }, "wire-connection-reset"],
  ])("is the server's: %o", (fault, rule) => {
    expect(wireVerdict(fault, "GET")).toMatchObject({ kind: "failed", rule });
  });

  it.each([
    [{ ...whole, code: "SELF_SIGNED_CERT_IN_CHAIN" }, "wire-dns-tls"],
    [{ ...whole, code: "ENOTFOUND" }, "wire-dns-tls"],
    [{ ...whole, code: "ECONNRESET", message: "Client network socket disconnected before secure TLS" }, "wire-dns-tls"],
    [{ ...whole, code: "EPIPE", isFirst: false }, "wire-connection-reset"],
    // A client's own limit: no rule says how long a header section may be.
    [{ ...whole, code: "HPE_HEADER_OVERFLOW" }, undefined],
    [{ ...whole, code: "SOMETHING_NEW" }, undefined],
  ])("is the run's: %o", (fault, rule) => {
    expect(wireVerdict(fault, "GET")).toEqual({ kind: "errored", ...(rule && { rule }) });
  });
});

describe("a case that may be answered by closing the connection", () => {
  const bigHeader = { key: "x", durationMs: 1, assertions: [], warnings: [] };
  const [one] = casesOf(expandPlan(manifestOf(`${head}endpoints: { GET /big: 200 }`)));
  const attempt = (mayReset: boolean, fault: Partial<TransportFault>) => {
    if (one === undefined) throw new Error("no case");
    const whole = { code: "ECONNRESET", message: "socket hang up", isFirst: true, ...fault };
    const execution = { ...bigHeader, error: whole, fault: whole };
    const closeable = { ...one, mayReset: true as const };
    return attemptOf(judgedOf(mayReset ? closeable : one, "x"), execution, {
      mask: createMask([]),
      every: [],
      keptBody: 64_000,
    });
  };

  it.each([
    ["did not answer", {}],
    ["closed while it was written to", { code: "EPIPE", message: "write EPIPE" }],
    ["closed in the middle of its answer", { status: 200, message: "aborted" }],
  ])("is right where the server %s, and wrong elsewhere", (_what, fault) => {
    const closed = attempt(true, fault);
    expect(closed.status).toBe("passed");
    expect(closed.checks.map(({ rule, passed }) => [rule, passed])).toEqual([["status-expected", true]]);
    expect(attempt(false, fault).status).toBe("failed");
  });

  it("passes nothing unsaid: every edge that may be cut off has a check that says so", () => {
    const suite = `baseUrl: http://localhost:1
profile: thorough
edges: [${Object.entries<Edge>(edges)
      .filter(([, edge]) => edge.mayReset)
      .map(([id]) => id)
      .join(", ")}]
endpoints:
  GET /a: { query: { q: a }, expect: 200 }
  POST /a: { body: { name: a }, expect: 200 }`;
    const cases = casesOf(expandPlan(manifestOf(suite))).filter(({ mayReset }) => mayReset);
    expect(cases.length).toBeGreaterThan(3);
    const fault = { code: "ECONNRESET", message: "socket hang up", isFirst: true };
    for (const cut of cases) {
      const execution = { ...bigHeader, error: fault, fault };
      const { status, checks } = attemptOf(judgedOf(cut, "x"), execution, {
        mask: createMask([]),
        every: [],
        keptBody: 64_000,
      });
      expect([cut.id, status, checks.length]).toEqual([cut.id, "passed", 1]);
    }
  });

  it("is errored where no connection could be made", () => {
    const error = attempt(true, { message: "Client network socket disconnected before secure TLS connection" }).error;
    expect(error?.rule).toBe("wire-dns-tls");
  });
});
