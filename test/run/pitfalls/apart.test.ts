import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { everyResponseTitle } from "../../../src/collection/every-response.ts";
import { exitCode } from "../../../src/result/exit-code.ts";
import { collectionOf, manifestOf, notPassed, runAgainst } from "../../support/suite.ts";
import { send, states, textOf, tryOut } from "./try-out.ts";

it("each case has its own error where the server goes away in the middle of a run", async () => {
  const server = createServer((_request, response) => {
    server.close();
    response.setHeader("Connection", "close");
    send(response, 200);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const steps = [{ "GET /a": 200 }, { "GET /b": 404 }, { "GET /c": 200 }];
  const run = await runAgainst(url, textOf({ flows: { Three: steps } }));
  expect(states(run)).toEqual(["passed 1 GET /a -> 200", "errored 2 GET /b -> 404", "errored 3 GET /c -> 200"]);
  const last = run.cases.map(({ attempts }) => attempts.at(-1));
  expect(last.map((attempt) => attempt?.error?.code)).toEqual([undefined, "ECONNREFUSED", "ECONNREFUSED"]);
  expect(last.map((attempt) => new URL(attempt?.request?.url ?? "").pathname)).toEqual(["/a", "/b", "/c"]);
});

it("a script that runs though nothing was answered proves nothing", async () => {
  const tests = 'pm.test("no server error", () => pm.expect(pm.response.code).to.not.equal(500));';
  const { run } = await tryOut(
    { endpoints: { "GET /a": { expect: { 404: { tests } } } } },
    (response) => {
      // Newman hears nothing at all, and goes on with the script.
      setTimeout(() => response.destroy(), 400);
    },
    { timeoutRequestMs: 200 },
  );
  expect(states(run)).toEqual(["errored GET /a -> 404"]);
  expect(run.cases[0]?.attempts.at(-1)).toMatchObject({ checks: [], error: { code: "ESOCKETTIMEDOUT" } });
  expect(exitCode(run)).toBe(3);
});

it("runs at the same time keep what they save apart", async () => {
  const names = ["one", "two"];
  const flows = names.map((of) => [
    of,
    [
      { "GET /ticket": { query: { of }, expect: 200, save: { ticket: "$.id" } } },
      // So many that no run has room for a second flow.
      ...Array.from({ length: 9 }, () => ({ "GET /seats/{ticket}": { query: { of }, expect: 200 } })),
    ],
  ]);
  const waiting: Array<() => void> = [];
  const { run, seen } = await tryOut(
    { flows: Object.fromEntries(flows) },
    (response, { url }) => {
      if (url.startsWith("/seats")) return send(response, 200);
      const id = `ticket-of-${new URL(url, "http://a").searchParams.get("of")}`;
      waiting.push(() => send(response, 200, { id }));
      // Both have asked before any is told.
      if (waiting.length === names.length) for (const answer of waiting) answer();
    },
    { lanes: names.length, timeoutRequestMs: 3000 },
  );
  expect(notPassed(run)).toEqual([]);
  const read = seen.map(({ url }) => url).filter((url) => url.startsWith("/seats"));
  expect(read).toHaveLength(18);
  expect(new Set(read)).toEqual(new Set(names.map((name) => `/seats/ticket-of-${name}?of=${name}`)));
});

it("an item has one script of its own, and another one before it only where something must be done first", () => {
  const { collection } = collectionOf(
    manifestOf(textOf({ endpoints: { "GET /books": { expect: { 200: null, 429: { burst: 3 } } }, "GET /a": 404 } })),
  );
  const items = collection.item.flatMap((folder) => folder.item).flatMap((item) => ("item" in item ? [] : [item]));
  expect(items.map(({ name, event }) => [name, ...event.map(({ listen }) => listen)])).toEqual([
    ["GET /books -> 200", "test"],
    ["GET /a -> 404", "test"],
    ["GET /books -> 429 after 3 requests at once", "prerequest", "test"],
  ]);
  // What is checked of every response stands once, for the whole collection.
  const text = JSON.stringify(collection);
  expect(text.match(/"exec":/g)).toHaveLength(4 + 1);
  expect(text.split(everyResponseTitle)).toHaveLength(1 + 1);
});
