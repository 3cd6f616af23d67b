import type { Edge } from "../../src/http/edge.ts";
import { acceptEdges } from "../../src/http/edges/accept.ts";
import { authEdges } from "../../src/http/edges/auth.ts";
import { authForgeryEdges } from "../../src/http/edges/auth-forgery.ts";
import { bodyEdges } from "../../src/http/edges/body.ts";
import { bodyKindEdges } from "../../src/http/edges/body-kind.ts";
import { contentEdges } from "../../src/http/edges/content.ts";
import { corsEdges } from "../../src/http/edges/cors.ts";
import { jsonEdges } from "../../src/http/edges/json.ts";
import { methodEdges } from "../../src/http/edges/method.ts";
import { permissionEdges } from "../../src/http/edges/permission.ts";
import { protocolEdges } from "../../src/http/edges/protocol.ts";
import { sizeEdges } from "../../src/http/edges/size.ts";
import { unsendableEdges } from "../../src/http/edges/unsendable.ts";

/** The edges of requests as such: who asks, what is sent, in which form. */
export const requestEdges: ReadonlyArray<readonly [id: string, edge: Edge]> = Object.entries({
  ...authEdges,
  ...authForgeryEdges,
  ...permissionEdges,
  ...bodyEdges,
  ...jsonEdges,
  ...bodyKindEdges,
  ...contentEdges,
  ...acceptEdges,
  ...methodEdges,
  ...sizeEdges,
  ...corsEdges,
  ...protocolEdges,
  ...unsendableEdges,
});

export const sendable = requestEdges.filter(([, { change }]) => change.kind !== "none").map(([id]) => id);

/** A manifest to which every one of them applies somewhere: most of them at the books. */
export function library(asked: "edges" | "none"): string {
  const all = asked === "none" ? "[]" : `[${sendable.join(", ")}]`;
  const only = (...ids: ReadonlyArray<string>) => (asked === "none" ? "[]" : `[${ids.join(", ")}]`);
  const also = (codes: string) => (asked === "none" ? "" : ` ${codes}`);
  return `
name: Library
baseUrl: http://localhost:1
profile: minimal
auth:
  member: { bearer: "{{token}}" }
  admin: { bearer: "{{adminToken}}" }
  clerk: { basic: { username: clerk, password: "{{password}}" } }
  machine: { apiKey: { in: header, name: X-Api-Key, value: "{{key}}" } }
  visitor: { cookie: { name: session, value: "{{session}}" } }
  stranger: { bearer: "{{strangerToken}}" }
endpoints:
  GET /books: { headers: { Origin: https://app.example, X-Tenant: t1 }, edges: ${all}, expect: 200 }
  POST /books: { body: { title: Dune, pages: 412 }, edges: ${all}, expect: 201${also("400 401 403")} }
  GET /books/{id}:
    edges: ${only("ec-accept-problem-json-only", "ec-auth-before-404", "ec-method-override")}
    expect: 200${also("403")}
  PATCH /books/{id}: { body: { pages: 413 }, edges: ${only("ec-patch-wrong-format")}, expect: 200${also("403")} }
  DELETE /books/{id}: { edges: ${only("ec-delete-with-body")}, expect: 204 }
  GET /stats: { as: admin, edges: ${only("ec-method-post-readonly")}, expect: 200${also("403 405")} }
  GET /desk: { as: clerk, edges: ${only("ec-auth-wrong-basic", "ec-auth-malformed-basic")}, expect: 200 }
  GET /feed: { as: machine, edges: ${only("ec-auth-missing-api-key", "ec-auth-invalid-api-key")}, expect: 200 }
  GET /me: { as: visitor, edges: ${only("ec-auth-invalid-cookie", "ec-cookie-too-large")}, expect: 200 }
  GET /health: { public: true, edges: ${only("ec-auth-public-with-bad-token")}, expect: 200 }
  POST /notes:
    rawBody: { text: <note/>, contentType: application/xml }
    edges: ${only("ec-xml-xxe", "ec-json-empty-body")}
    expect: 200${also("411 413 417")}
  POST /scans: { multipart: { page: "1" }, edges: ${only("ec-multipart-missing-boundary", "ec-json-empty-body")}, expect: 200 }
`;
}
