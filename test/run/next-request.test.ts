import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

let server: Server | undefined;

afterEach(() => server?.close());

it("is told of a script that goes on at a request which is not there", async () => {
  server = createServer((_request, response) => response.writeHead(200).end()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  const run = await runAgainst(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    `
baseUrl: http://localhost:1
profile: minimal
endpoints:
  GET /a: { expect: { 200: { tests: "pm.execution.setNextRequest('no such name');" } } }
  PUT /a: { body: { a: 1 }, expect: 200 }
`,
  );
  expect(notPassed(run)).toEqual(["errored  GET /a -> 200", "errored  PUT /a -> 200"]);
  expect(run.cases[0]?.attempts[0]?.error?.message).toBe('setNextRequest: there is no request "no such name"');
  expect(exitCode(run)).toBe(3);
});
