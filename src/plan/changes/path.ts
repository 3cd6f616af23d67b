import type { Manifest } from "../../manifest/model.ts";
import type { CaseRequest, FillValue } from "../model.ts";
import { paramValue, refillPath } from "../request.ts";
import type { ChangeScope, ChangeTable } from "./change.ts";

const long: FillValue = { variable: "newmanifest_long", text: "n", times: 1_000 };

/** What can be different about a path, by the name in the edge table. */
export const pathChanges: ChangeTable = {
  "long-value": (scope) => ({
    request: withPathValue(scope, `{{${long.variable}}}`),
    before: { kind: "fill", values: [long] },
  }),
  "trailing-characters": (scope) => withPathValue(scope, `${writtenValue(scope)}x`),
  "upper-case-value": (scope) =>
    /[a-f]/.test(uuidOf(scope)) ? withPathValue(scope, uuidOf(scope).toUpperCase()) : undefined,
  "unknown-route": ({ happy, facts, manifest }) =>
    isFirstGet(facts.endpoint.id, manifest) ? { ...happy, path: "/newmanifest-unknown" } : undefined,
  "trailing-slash": ({ happy }) => changed(happy, (path) => (path.endsWith("/") ? path : `${path}/`)),
  "double-slash": ({ happy }) => changed(happy, (path) => `/${path}`),
  // Of the segments that no parameter stands in, the last one: the API's own, and not what a gateway routes by.
  "upper-case": ({ happy, facts }) => changed(happy, (path) => upperCased(path, facts.endpoint.path)),
  extension: ({ happy }) => changed(happy, (path) => (path.endsWith("/") ? path : `${path}.json`)),
  "dot-segments": ({ happy }) => changed(happy, (path) => `/newmanifest/%2e%2e${path}`),
  "other-version": ({ happy }) => changed(happy, (path) => path.replace(/\/v\d+(?=\/|$)/, "/v0")),
};

/** The happy request with this in place of the last path parameter, as it stands. */
export function withPathValue({ happy, facts: { endpoint } }: ChangeScope, value: string): CaseRequest {
  const last = endpoint.params.at(-1);
  return last === undefined ? happy : { ...happy, path: refillPath(endpoint, happy.path, { [last.name]: value }) };
}

function writtenValue({ facts }: ChangeScope): string {
  const last = facts.endpoint.params.at(-1);
  return last === undefined ? "" : paramValue(last);
}

/** The last parameter's value, if it is a UUID that is written out. */
function uuidOf(scope: ChangeScope): string {
  const value = writtenValue(scope);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : "";
}

function changed(happy: CaseRequest, change: (path: string) => string): CaseRequest | undefined {
  const path = change(happy.path);
  return path === happy.path ? undefined : { ...happy, path };
}

function upperCased(path: string, template: string): string {
  const segments = path.split("/");
  const written = template.split("/");
  if (segments.length !== written.length) return path;
  const at = written.findLastIndex((segment) => !segment.includes("{") && /[a-z]/.test(segment));
  return segments.map((segment, index) => (index === at ? segment.toUpperCase() : segment)).join("/");
}

/** What is asked of the whole API is asked once. */
function isFirstGet(id: string, { endpoints }: Manifest): boolean {
  return endpoints.find(({ method }) => method === "GET")?.id === id;
}
