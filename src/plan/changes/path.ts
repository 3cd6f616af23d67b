import type { Endpoint, Manifest } from "../../manifest/model.ts";
import type { CaseRequest, FillValue } from "../model.ts";
import { unknownIdVariable } from "../names.ts";
import { paramValue, refillPath } from "../request.ts";
import type { ChangeScope, ChangeTable } from "./change.ts";
import { parentOf } from "./parent.ts";

const long: FillValue = { variable: "newmanifest_long", text: "n", times: 1_000 };

/** What can be different about a path, by the name in the edge table. */
export const pathChanges: ChangeTable = {
  "long-value": (scope) => ({
    request: withPathValue(scope, `{{${long.variable}}}`),
    before: { kind: "fill", values: [long] },
  }),
  "trailing-characters": (scope) => withPathValue(scope, `${writtenValue(scope)}x`),
  "unknown-parent": withUnknownParent,
  "upper-case-value": (scope) =>
    /[a-f]/.test(uuidOf(scope)) ? withPathValue(scope, uuidOf(scope).toUpperCase()) : undefined,
  "unknown-route": ({ happy, facts, manifest }) =>
    facts.endpoint.id === deepestGet(manifest)?.id
      ? { ...happy, path: `/${fixedSegments(facts.endpoint)[0] ?? ""}/newmanifest/unknown/route`.replace("//", "/") }
      : undefined,
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

/** The child is the real one. */
function withUnknownParent({ happy, facts: { endpoint } }: ChangeScope): CaseRequest | undefined {
  const parent = parentOf(endpoint);
  if (parent === undefined) return undefined;
  const unknown = `{{${unknownIdVariable(parent.source.by, parent.source.get)}}}`;
  return { ...happy, path: refillPath(endpoint, happy.path, { [parent.name]: unknown }) };
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

/**
 * What is asked of the whole API is asked once, and where it is surest that the API answers: `/api/...` may be the API's while
 * everything else beside `/health` is a web site, which shows its first page to whoever is lost.
 */
function deepestGet({ endpoints }: Manifest): Endpoint | undefined {
  const gets = endpoints.filter(({ method }) => method === "GET");
  return gets.find((endpoint) => fixedSegments(endpoint).length > 1) ?? gets[0];
}

/** The segments before the first parameter. */
function fixedSegments({ path }: Endpoint): ReadonlyArray<string> {
  const segments = path.split("/").filter((segment) => segment !== "");
  const end = segments.findIndex((segment) => segment.includes("{"));
  return end === -1 ? segments : segments.slice(0, end);
}
