import { METHODS } from "node:http";
import express from "express";
import { expect, it } from "vitest";
import { edges } from "../../../src/http/edges.ts";
import { expandPlan } from "../../../src/plan/expand.ts";
import { listen } from "../../servers/listen.ts";
import { casesOf, manifestOf, notPassed, runAgainst } from "../../support/suite.ts";
import { bytes, listenRaw } from "../raw-server.ts";
import { mistakes, textOf, tryOut } from "./try-out.ts";

/** Every edge that these endpoints can have. */
const everything = {
  profile: "thorough",
  auth: { reader: { bearer: "word" } },
  edges: Object.keys(edges),
  endpoints: {
    "POST /books": { body: { title: "Dune" }, expect: 201 },
    "GET /books/{id}": 200,
    "DELETE /books/{id}": 204,
  },
};

it("CONNECT is no method of a manifest, and no edge sends it", () => {
  expect(mistakes({ endpoints: { "CONNECT /a": 200 } })).toEqual(["unknown-method"]);
  const sent = casesOf(expandPlan(manifestOf(textOf(everything)))).flatMap(({ request }) => request?.method ?? []);
  expect(new Set(sent).size).toBeGreaterThan(5);
  expect(sent).not.toContain("CONNECT");
});

it("a server that answers 200 to Cache-Control: no-cache gives 304 to our condition", async () => {
  const app = express();
  app.get("/books", (_request, response) => void response.json([{ title: "Dune" }]));
  const server = await listen(app, () => 0);
  const run = await runAgainst(server.url, textOf({ endpoints: { "GET /books": [200, 304] } }));
  await server.close();
  expect(run.cases.map(({ attempts: [attempt] }) => attempt?.response?.status)).toEqual([200, 304]);
  expect(notPassed(run)).toEqual([]);
});

it("a method that nobody knows is sent as it is, and is no endpoint", async () => {
  expect(mistakes({ endpoints: { "BREW /pot": 200 } })).toEqual(["unknown-method"]);
  const sent = new Set<string>();
  const right = bytes("200 OK\r\nContent-Length: 0\r\n\r\n");
  const refusal = bytes("405 Method Not Allowed\r\nAllow: GET\r\nContent-Length: 0\r\n\r\n");
  const server = await listenRaw({
    "/a": (socket, request) => {
      sent.add(request.method);
      const answer = request.method === "GET" ? right : refusal;
      answer(socket, request);
    },
  });
  const run = await runAgainst(server.url, textOf({ edges: ["ec-method-unknown"], endpoints: { "GET /a": 200 } }));
  await server.close();
  expect([...sent].filter((method) => !METHODS.includes(method))).toEqual(["NEWMANIFEST"]);
  expect(notPassed(run)).toEqual([]);
});

it("a Content-Length that is longer than the body is errored when its time is over, and not for ever", async () => {
  const body = { headers: { "Content-Length": "99" }, body: { a: 1 }, expect: 200 };
  const { run } = await tryOut({ endpoints: { "POST /a": body, "GET /b": 200 } }, undefined, { timeoutRequestMs: 300 });
  expect(notPassed(run)).toEqual(["errored  POST /a -> 200"]);
  const [broken] = run.cases.flatMap(({ attempts }) => attempts.flatMap(({ error }) => error ?? []));
  expect(broken?.rule).toBe("wire-timeout");
});
