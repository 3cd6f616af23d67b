import type { methodLints } from "../../http/lints/method.ts";
import type { Endpoint } from "../../manifest/model.ts";
import { shapeOf } from "../../plan/items.ts";
import { segmentsOf } from "../declared.ts";
import { endpointsThat } from "../each.ts";
import type { Finder, Suite } from "../finding.ts";
import { isCreate } from "./success.ts";

// Verbs stand alone, or before another word: /create, /createUser, /create-user. /updates and /deleted are nouns here.
const writing = /^(?:create|update|delete|remove|insert|destroy)(?:$|[A-Z_-])/;
const reading = /^(?:get|list|fetch|read)(?:$|[A-Z_-])/;
const payments = /^(?:payments?|charges?|refunds?|transfers?|payouts?)$/i;

/** Methods that do not fit what is done. */
export const methodFinders: Readonly<Record<keyof typeof methodLints, Finder>> = {
  "lint-method-semantics-get-write": endpointsThat(
    (endpoint) => endpoint.method === "GET" && segmentsOf(endpoint).some((segment) => writing.test(segment)),
  ),
  "lint-method-post-read": endpointsThat(
    (endpoint) => endpoint.method === "POST" && segmentsOf(endpoint).some((segment) => reading.test(segment)),
  ),
  "lint-get-with-body": endpointsThat(
    ({ method, body }) => ["GET", "HEAD", "DELETE"].includes(method) && body !== undefined,
  ),
  "lint-post-without-body": endpointsThat(
    (endpoint, suite) =>
      endpoint.body === undefined &&
      endpoint.rows.length === 0 &&
      (endpoint.method === "PATCH" || isCreate(endpoint, suite) || isReplacement(endpoint, suite)),
  ),
  "lint-patch-content-type": endpointsThat(
    ({ method, body, headers }) =>
      method === "PATCH" &&
      body?.kind === "json" &&
      !Object.entries(headers).some(
        ([name, value]) => name.toLowerCase() === "content-type" && value.includes("patch"),
      ),
  ),
  "lint-idempotency-key-missing": endpointsThat((endpoint) => {
    const isPayment = payments.test(endpoint.path.split("/").at(-1) ?? "");
    const hasKey = Object.keys(endpoint.headers).some((name) => /idempotency/i.test(name));
    return endpoint.method === "POST" && isPayment && !hasKey;
  }),
  "lint-destructive-unmarked": endpointsThat((endpoint, { manifest, index }) => {
    if (endpoint.method !== "DELETE" || manifest.environments.every(({ isReadOnly }) => isReadOnly)) return false;
    // What a PUT of the suite makes is the suite's own to delete.
    if (index.places.ownDeletes.has(endpoint.id)) return false;
    if (endpoint.params.length > 0) return endpoint.params.every(({ source }) => source.kind === "literal");
    // `DELETE /session` ends one's own; `DELETE /books`, with a `/books/{id}`, takes everybody's away.
    return index.methods.has(`${shapeOf(endpoint.path)}/{}`);
  }),
};

/** `PUT /books/{id}` of what `POST /books` created: the same thing with other contents. */
function isReplacement({ method, id }: Endpoint, { index }: Suite): boolean {
  return method === "PUT" && index.items.has(id);
}
