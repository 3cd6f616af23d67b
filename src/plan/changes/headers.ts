import type { CaseRequest } from "../model.ts";
import { isOwnHeader } from "../needs.ts";
import type { ChangeScope, EdgeRequest } from "./change.ts";

/** The request with this header, in place of any other of that name. */
export function setHeader(request: CaseRequest, name: string, value: string): CaseRequest {
  return { ...request, headers: [...otherHeaders(request, name), [name, value]] };
}

/** The request without this header, even if Newman would add it. */
export function dropHeader(request: CaseRequest, name: string): CaseRequest {
  const omittedHeaders = [...request.omittedHeaders, name.toLowerCase()];
  return { ...request, headers: otherHeaders(request, name), omittedHeaders };
}

function otherHeaders({ headers }: CaseRequest, name: string): CaseRequest["headers"] {
  return headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
}

/** The request with some headers set and others (null) taken away. Of one name there may be several lines. */
export function changeHeaders(happy: CaseRequest, set: ReadonlyArray<readonly [string, string | null]>): CaseRequest {
  const names = new Set(set.map(([name]) => name.toLowerCase()));
  const kept = happy.headers.filter(([name]) => !names.has(name.toLowerCase()));
  const added = set.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const omitted = set.flatMap(([name, value]) => (value === null ? [name.toLowerCase()] : []));
  const changed = {
    ...happy,
    headers: [...kept, ...added],
    omittedHeaders: [...happy.omittedHeaders, ...omitted],
  };
  return readable(plainBody(changed, names), names);
}

/** Newman writes the Content-Type of a form itself, so another one needs a body that is no form. */
function plainBody(request: CaseRequest, names: ReadonlySet<string>): CaseRequest {
  if (!names.has("content-type") || request.body === undefined || request.body.kind === "text") return request;
  return { ...request, body: { kind: "text", text: "newmanifest", isJson: false } };
}

/** A piece of a compressed representation cannot be decompressed (RFC 9110, 14.2). */
function readable(request: CaseRequest, names: ReadonlySet<string>): CaseRequest {
  return names.has("range") && !names.has("accept-encoding")
    ? setHeader(request, "Accept-Encoding", "identity")
    : request;
}

/** A request for each header that means something to the API alone: with this value, or (null) without it. */
export function ownHeaders({ happy, facts }: ChangeScope, value: string | null): ReadonlyArray<EdgeRequest> {
  const names = Object.keys(facts.endpoint.headers).filter(isOwnHeader);
  return names.map((name) => ({ field: name, request: changeHeaders(happy, [[name, value]]) }));
}
