import type { Edge } from "../../src/http/edge.ts";
import { availabilityEdges } from "../../src/http/edges/availability.ts";
import { batchEdges } from "../../src/http/edges/batch.ts";
import { conflictEdges } from "../../src/http/edges/conflict.ts";
import { goneEdges } from "../../src/http/edges/gone.ts";
import { idempotencyEdges } from "../../src/http/edges/idempotency.ts";
import { identityEdges } from "../../src/http/edges/identity.ts";
import { injectionEdges } from "../../src/http/edges/injection.ts";
import { askedInjectionEdges } from "../../src/http/edges/injection-asked.ts";
import { pageEdges } from "../../src/http/edges/page.ts";
import { preconditionEdges } from "../../src/http/edges/precondition.ts";
import { preferEdges } from "../../src/http/edges/prefer.ts";
import { queryEdges } from "../../src/http/edges/query.ts";
import { rangeEdges } from "../../src/http/edges/range.ts";
import { rateEdges } from "../../src/http/edges/rate.ts";
import { redirectEdges } from "../../src/http/edges/redirect.ts";
import { routeEdges } from "../../src/http/edges/route.ts";
import { scenarioEdges } from "../../src/http/edges/scenario.ts";
import { unicodeEdges } from "../../src/http/edges/unicode.ts";

/** The edges of what is asked for: which thing, in which state, how much of it, and with which words. */
export const resourceEdges: ReadonlyArray<readonly [id: string, edge: Edge]> = Object.entries({
  ...identityEdges,
  ...goneEdges,
  ...routeEdges,
  ...queryEdges,
  ...pageEdges,
  ...conflictEdges,
  ...preconditionEdges,
  ...rangeEdges,
  ...injectionEdges,
  ...askedInjectionEdges,
  ...unicodeEdges,
  ...idempotencyEdges,
  ...batchEdges,
  ...preferEdges,
  ...rateEdges,
  ...availabilityEdges,
  ...redirectEdges,
  ...scenarioEdges,
});

export const sendable = resourceEdges.filter(([, { change }]) => change.kind !== "none").map(([id]) => id);

/** A manifest to which every one of them applies somewhere. */
export function shelf(asked: "edges" | "none"): string {
  const also = (codes: string) => (asked === "none" ? "" : ` ${codes}`);
  return `
name: Shelf
baseUrl: http://localhost:1
profile: minimal
edges: [${asked === "none" ? "" : sendable.join(", ")}]
endpoints:
  GET /v1/books:
    query: { q: dune, limit: 10, page: 1, cursor: abc, sort: title, filter: x, next: /home, year: 1965 }
    expect: 200
  POST /books: { body: { title: Dune, homepage: http://example.com/ }, headers: { Idempotency-Key: k1 }, expect: 201 }
  GET /books/{id}: 200${also("206 304 416")}
  PUT /books/{id}: { body: { title: Dune Messiah }, headers: { If-Match: '"1"' }, expect: 200${also("428")} }
  PATCH /books/{id}: { body: { title: Dune Messiah }, expect: 200 }
  DELETE /books/{id}: 204
  GET /authors/{id}: { path: { id: c0ffee00-0000-4000-8000-000000000001 }, expect: 200${also("400")} }
  POST /imports: { body: [1], expect: 200 }
`;
}
