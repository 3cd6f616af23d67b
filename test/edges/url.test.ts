import { expect, it } from "vitest";
import { listen } from "../servers/listen.ts";
import { runAgainst } from "../support/suite.ts";

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
