import { execFile, execFileSync } from "node:child_process";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curlLine } from "../../src/report/curl.ts";
import { shellWord } from "../../src/report/shell-word.ts";
import type { SentRequest } from "../../src/result/model.ts";
import { hostileText } from "../result/run-arbitrary.ts";

const request = (changes: Partial<SentRequest>): SentRequest => ({
  method: "GET",
  url: "http://localhost:4010/books",
  headers: [],
  ...changes,
});
const header = (name: string, value: string) => ({ name, value });

describe("the line", () => {
  const table: ReadonlyArray<readonly [string, Partial<SentRequest>, string]> = [
    ["a plain GET", {}, "curl http://localhost:4010/books"],
    ["another method", { method: "DELETE" }, "curl -X DELETE http://localhost:4010/books"],
    ["HEAD", { method: "HEAD" }, "curl --head http://localhost:4010/books"],
    ["a query", { url: "http://h/?q=a&b=c d" }, "curl 'http://h/?q=a&b=c d'"],
    ["brackets are not a list", { url: "http://h/?f[a]=1" }, "curl --globoff 'http://h/?f[a]=1'"],
    ["dot segments stay", { url: "http://h/a/../b" }, "curl --path-as-is http://h/a/../b"],
    ["a URL that looks like an option", { url: "-o/tmp/x" }, "curl --url -o/tmp/x"],
    [
      "a body with its type",
      { method: "POST", headers: [header("Content-Type", "application/json")], body: '{"title":"L\'Étranger"}' },
      `curl -X POST http://localhost:4010/books -H 'Content-Type: application/json' --data-raw '{"title":"L'\\''Étranger"}'`,
    ],
    [
      "a body without a type is not called a form",
      { method: "POST", body: "x" },
      "curl -X POST http://localhost:4010/books -H Content-Type: --data-raw x",
    ],
    ["a GET with a body", { body: "x" }, "curl -X GET http://localhost:4010/books -H Content-Type: --data-raw x"],
    [
      "a body that looks like a file",
      { method: "PUT", body: "@/etc/passwd", headers: [header("content-type", "a/b")] },
      "curl -X PUT http://localhost:4010/books -H 'content-type: a/b' --data-raw @/etc/passwd",
    ],
    ["an empty header", { headers: [header("X-Tenant", "")] }, "curl http://localhost:4010/books -H 'X-Tenant;'"],
    [
      "a name that is none",
      { headers: [header("@/etc/passwd", "x"), header("a b", "c")] },
      "curl http://localhost:4010/books",
    ],
    [
      "what Newman adds is left out",
      {
        headers: [
          header("User-Agent", "PostmanRuntime/7.39.1"),
          header("Accept", "*/*"),
          header("Cache-Control", "no-cache"),
          header("Postman-Token", "0cbf"),
          header("Host", "localhost:4010"),
          header("Accept-Encoding", "gzip, deflate, br"),
          header("Connection", "keep-alive"),
          header("Content-Length", "7"),
        ],
      },
      "curl http://localhost:4010/books",
    ],
    [
      "what the user set stays",
      {
        headers: [header("Accept", "text/html"), header("User-Agent", "probe"), header("Authorization", "Bearer ***")],
      },
      "curl http://localhost:4010/books -H 'Accept: text/html' -H 'User-Agent: probe' -H 'Authorization: Bearer ***'",
    ],
    [
      "control characters are visible",
      { body: "a\n\u001b[31m%\\'", method: "PUT", headers: [header("content-type", "a/b")] },
      `curl -X PUT http://localhost:4010/books -H 'content-type: a/b' --data-raw "$(printf 'a\\n\\033[31m%%\\\\'\\''')"`,
    ],
  ];
  test.each(table)("%s", (_, changes, line) => {
    expect(curlLine(request(changes))).toBe(line);
  });
});

/** What a POSIX shell makes of the words. */
function readByShell(words: ReadonlyArray<string>): ReadonlyArray<string> {
  const script = `for word in ${words.join(" ")}; do printf '%s\\0' "$word"; done`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

/** No shell word can carry NUL or, after a substitution, line feeds at its end; half a surrogate pair has no bytes. */
function asWord(text: string): string {
  const carried = text.replace(/\p{Cs}/gu, "\ufffd").replaceAll("\0", "");
  return carried === text && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) ? text : carried.replace(/\n+$/, "");
}

test("a shell reads each word as the text, and runs nothing of it", () => {
  const hostile = [
    "$(touch /tmp/newmanifest-was-here)",
    "`id`",
    "'; id; '",
    '"$HOME"',
    "a\\",
    "!!",
    "*",
    "~",
    "-n",
    "",
    "#",
    "a\nb",
    "\u001b]0;title\u0007'$(id)'%s%n\\",
    "\u202e",
    "\ud83d",
    "日本",
    "'\n'",
    "=",
    "x;",
    "&",
    "tab\there",
  ];
  expect(readByShell(hostile.map(shellWord))).toEqual(hostile.map(asWord));
});

test("any words", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 20 }), (texts) => {
      const words = texts.map(shellWord);
      expect(words.join("")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(readByShell(words)).toEqual(texts.map(asWord));
    }),
    { numRuns: 40 },
  );
});

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Runs the line of the request against a server and gives what arrived there. */
async function sendByCurl(path: string, changes: Partial<SentRequest>): Promise<Received> {
  let received: Received | undefined;
  const server = createServer(async (incoming, response) => {
    incoming.setEncoding("utf8");
    let body = "";
    for await (const chunk of incoming) body += chunk;
    received = { method: incoming.method, url: incoming.url, headers: incoming.headers, body };
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  try {
    const line = curlLine(request({ ...changes, url: `http://127.0.0.1:${port}${path}` }));
    await promisify(execFile)("sh", ["-c", `${line} --silent --show-error --max-time 10`]);
  } finally {
    server.close();
  }
  if (!received) throw new Error("curl sent nothing");
  return received;
}

const hasCurl = (() => {
  try {
    return execFileSync("curl", ["--version"]).length > 0;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasCurl)("curl sends the request again", () => {
  test("with its method, target, headers and body", async () => {
    const body = '{"title":"L\'Étranger $(id) `id` \\" \\\\ %s",\n\t"pages":1}';
    const received = await sendByCurl("/a/../books?f[a]={1,2}&q=a%20b", {
      method: "POST",
      headers: [header("Content-Type", "application/json"), header("X-Quote", `it's "$HOME"`), header("X-Empty", "")],
      body,
    });
    expect(received.method).toBe("POST");
    expect(received.url).toBe("/a/../books?f[a]={1,2}&q=a%20b");
    expect(received.headers).toMatchObject({
      "content-type": "application/json",
      "x-quote": `it's "$HOME"`,
      "x-empty": "",
    });
    expect(received.body).toBe(body);
  });

  test("without a Content-Type that was not there", async () => {
    const received = await sendByCurl("/", { method: "PUT", body: "@/etc/passwd" });
    expect(received.headers["content-type"]).toBeUndefined();
    expect(received.body).toBe("@/etc/passwd");
  });

  test("HEAD does not wait for a body", async () => {
    expect((await sendByCurl("/", { method: "HEAD" })).method).toBe("HEAD");
  });
});
