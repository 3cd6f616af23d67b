import { expect, it } from "vitest";
import { listen } from "../servers/listen.ts";
import { notPassed, runAgainst } from "../support/suite.ts";

// Postman and Newman both like to tidy URLs: what is broken on purpose must arrive as it was written.

const suite = `
name: Urls
baseUrl: http://localhost:1
profile: minimal
edges: [ec-bad-percent, ec-nul-in-path, ec-overlong-utf8, ec-inj-path-traversal, ec-inj-xss-path, ec-inj-crlf-param,
  ec-id-empty, ec-route-double-slash, ec-route-dot-segments, ec-query-bad-encoding, ec-query-duplicate, ec-query-bracket,
  ec-query-plus-space]
endpoints:
  GET /books: { query: { q: "Dune & more" }, expect: 200 }
  GET /books/{id}: { path: { id: 7 }, expect: 200 }
`;

it("a URL that is broken on purpose arrives as it was written", async () => {
  const seen: string[] = [];
  const server = await listen(
    (request, response) => {
      seen.push(request.url ?? "");
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    },
    () => 0,
  );
  await runAgainst(server.url, suite, { lanes: 1 });
  await server.close();
  expect([...new Set(seen)]).toMatchInlineSnapshot(`
    [
      "/books?q=Dune%20%26%20more",
      "//books?q=Dune%20%26%20more",
      "/newmanifest/%2e%2e/books?q=Dune%20%26%20more",
      "/books?q=%zz",
      "/books?q=Dune%20%26%20more&q=Dune%20%26%20more",
      "/books?q%5B%24ne%5D=newmanifest",
      "/books?q=a+b",
      "/books?q=newmanifest%0D%0AX-Injected%3A%201",
      "/books/7",
      "/books/",
      "/books/%zz",
      "/books/%00",
      "/books/%c0%ae%c0%ae",
      "//books/7",
      "/newmanifest/%2e%2e/books/7",
      "/books/7?newmanifest=%zz",
      "/books/..%2f..%2f..%2fetc%2fpasswd",
      "/books/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
      "/books/newmanifest%0D%0AX-Injected%3A%201",
    ]
  `);
});

it("a web site beside the API may show its first page to whoever is lost", async () => {
  const server = await listen(
    (request, response) => {
      const isApi = request.url?.startsWith("/api/");
      const isKnown = ["/health", "/api/books"].includes(request.url ?? "");
      if (isKnown) response.writeHead(200, { "Content-Type": "application/json" }).end('{"ok":true}');
      else if (isApi) response.writeHead(404, { "Content-Type": "application/json" }).end('{"error":"no such route"}');
      else response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Books</title>");
    },
    () => 0,
  );
  const text = `
baseUrl: http://localhost:1
profile: minimal
edges: [ec-route-unknown]
endpoints: { GET /health: 200, GET /api/books: 200 }
`;
  const run = await runAgainst(server.url, text);
  await server.close();
  expect(run.cases.some(({ edge }) => edge === "ec-route-unknown")).toBe(true);
  expect(notPassed(run)).toEqual([]);
});
