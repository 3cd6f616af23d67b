import { afterEach, describe, expect, it } from "vitest";
import { listen, parseObject, type Running, readText } from "../servers/listen.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

type Fault = "put not stored" | "patch not stored" | "delete does not delete";

const at = "path: { name: report }";
const text = `
name: Files
baseUrl: http://localhost:1
endpoints:
  DELETE /files/{name}: { ${at}, expect: 204 }
  GET /files/{name}: { ${at}, expect: 200 206 }
  PATCH /files/{name}: { ${at}, body: { title: Autumn }, expect: 200 }
  PUT /files/{name}: { ${at}, body: { title: Summer, pages: 3 }, expect: 201|200|204 }
`;

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

/** Takes whatever object it is put, an empty one as well. */
function startFiles(fault?: Fault): Promise<Running> {
  const files = new Map<string, object>();
  return listen(
    async (request, response) => {
      const url = request.url ?? "";
      const send = (status: number, value?: object, headers = {}) => {
        const body = value === undefined ? undefined : JSON.stringify(value);
        response.writeHead(status, { ...(body && { "Content-Type": "application/json" }), ...headers }).end(body);
      };
      const sent = parseObject(await readText(request));
      const known = files.get(url);
      if (request.method === "PUT") {
        if (sent === undefined) return send(400, { error: "no object" });
        files.set(url, fault === "put not stored" ? { title: "Winter", pages: 1 } : sent);
        return send(known ? 200 : 201, sent, known ? {} : { Location: url });
      }
      if (known === undefined) return send(404, { error: "no such file" });
      if (request.method === "DELETE") {
        if (fault !== "delete does not delete") files.delete(url);
        return send(204);
      }
      if (request.method === "PATCH") {
        if (sent === undefined) return send(400, { error: "no object" });
        if (fault !== "patch not stored") files.set(url, { ...known, ...sent });
        return send(200, { ...known, ...sent });
      }
      if (request.method !== "GET") return send(405, { error: "no such method" }, { Allow: "GET, PUT, PATCH, DELETE" });
      const whole = JSON.stringify(known);
      // It has no validators, so If-Range never holds.
      if (request.headers.range !== "bytes=0-0" || request.headers["if-range"]) return send(200, known);
      const part = { "Content-Type": "application/json", "Content-Range": `bytes 0-0/${whole.length}` };
      response.writeHead(206, part).end(whole.slice(0, 1));
    },
    () => files.size,
  );
}

async function runWith(fault: Fault | undefined, profile: string) {
  server = await startFiles(fault);
  return runAgainst(server.url, `${text}profile: ${profile}\n`);
}

describe("a file that is put at its own path", () => {
  it.each(["standard", "thorough"])("is stored, changed and deleted: %s", async (profile) => {
    const run = await runWith(undefined, profile);
    expect(notPassed(run)).toEqual([]);
    expect(server?.size()).toBe(0);
  });

  it.each([
    ["put not stored", "GET /files/{name} -> 200 shows what PUT changed: body-keeps-what-was-sent"],
    ["patch not stored", "GET /files/{name} -> 200 shows what PATCH changed: body-keeps-what-was-sent"],
    ["delete does not delete", "GET /files/{name} -> 404|410|403 after it was deleted: status-expected"],
  ] as const)("shows that %s", async (fault, red) => {
    expect(redChecks(await runWith(fault, "standard"))).toEqual([red]);
  });
});
