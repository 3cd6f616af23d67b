import { expect, it } from "vitest";
import { outcomes } from "../../src/result/outcome.ts";
import { listen } from "../servers/listen.ts";
import { runAgainst } from "../support/suite.ts";
import { shelf } from "./shelf.ts";

// What is owed is little: of most requests that are nearly right a server may make what it likes.

it("a server that says yes to everything is red where a refusal is owed, and nowhere else", async () => {
  const codes: Readonly<Record<string, number>> = { "POST /books": 201, "DELETE /books/1": 204 };
  const server = await listen(
    (request, response) => {
      const status = codes[`${request.method} ${request.url}`] ?? 200;
      response.writeHead(status, { "Content-Type": "application/json", Location: "/books/1" });
      response.end(status === 204 ? undefined : '{ "id": "1", "title": "Dune" }');
    },
    () => 0,
  );
  const text = shelf("edges").replace(/GET \/books\/\{id\}: 200.*/, "GET /books/{id}: 200");
  const run = await runAgainst(server.url, text);
  await server.close();
  const became = outcomes(run.cases);
  const red = run.cases.filter(({ id, edge }) => edge !== undefined && became.get(id) !== "passed");
  expect(red.map(({ id, edge, title }) => `${became.get(id)}  ${edge}  ${title}`)).toMatchInlineSnapshot(`
    [
      "failed  ec-precondition-ignored-on-error  GET /books/{id} -> 4xx when there is no such id, unless there is one",
      "failed  ec-id-unknown  GET /books/{id} -> 404|410|403|400|422 when there is no such id",
      "failed  ec-id-malformed  GET /books/{id} -> 4xx when id is no id",
      "failed  ec-id-overflow  GET /books/{id} -> 4xx when id is larger than any integer",
      "failed  ec-id-zero-negative  GET /books/{id} -> 4xx when id is -1",
      "failed  ec-id-long  GET /books/{id} -> 4xx when id has 1,000 characters",
      "failed  ec-precondition-required  PUT /books/{id} -> 428 without a condition",
      "failed  ec-deleted-get  GET /books/{id} -> 404|410|403 after it was deleted",
      "failed  ec-deleted-update  PATCH /books/{id} -> 4xx after it was deleted",
      "failed  ec-id-malformed  GET /authors/{id} -> 400 when id is no id",
    ]
  `);
});
