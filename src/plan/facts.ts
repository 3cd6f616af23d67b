import type { Need } from "../http/edge.ts";
import type { Endpoint, Expectation, Identity, Json, JsonPath, Manifest } from "../manifest/model.ts";
import { isObject } from "./change.ts";
import { isRedirect, isSuccess } from "./pattern.ts";

/** What the plan knows of an endpoint beside what the manifest says of it. */
export interface EndpointFacts {
  readonly endpoint: Endpoint;
  /** The entry that the unchanged request proves: the first 2xx, else the first 3xx; absent where only errors are declared. */
  readonly happy?: Expectation;
  /** The id that other endpoints' paths take from its happy response; absent: nobody asks. */
  readonly creates?: Creation;
  /** The last path parameter's source, where the path ends with it and the suite created it. */
  readonly itemOf?: string;
  /** A DELETE of that item is declared, and at once when it answers. */
  readonly isDeletable: boolean;
  /** What it creates can be deleted in the end. */
  readonly isCleanedUp: boolean;
  /** Methods that no endpoint declares on this path, the least harmful first. */
  readonly undeclaredMethods: ReadonlyArray<string>;
  /** Who is authenticated and has reason to be refused. */
  readonly otherIdentity?: string;
}

export interface Creation {
  /** Where the id stands in the body; absent: Location's last segment, else `$.id`. */
  readonly get?: JsonPath;
  /** Ids that other paths take from elsewhere in the same response. */
  readonly gets: ReadonlyArray<JsonPath | undefined>;
}

/** What the cases of a suite are made from. */
export interface Scope {
  readonly manifest: Manifest;
  readonly facts: ReadonlyMap<string, EndpointFacts>;
}

/** Facts of every endpoint, by its id, in the order of the manifest. */
export function gatherFacts(manifest: Manifest): ReadonlyMap<string, EndpointFacts> {
  const facts = new Map<string, EndpointFacts>();
  for (const endpoint of manifest.endpoints) {
    const happy = happyExpectation(endpoint);
    const creates = creationOf(endpoint, manifest, happy);
    const otherIdentity = otherIdentityOf(endpoint, manifest);
    const itemOf = creatorOfItem(endpoint);
    facts.set(endpoint.id, {
      endpoint,
      undeclaredMethods: undeclaredMethods(endpoint, manifest),
      isCleanedUp: manifest.endpoints.some(
        (other) => other.method === "DELETE" && creatorOfItem(other) === endpoint.id,
      ),
      ...(happy && { happy }),
      ...(creates && { creates }),
      ...(itemOf !== undefined && { itemOf }),
      isDeletable: itemOf !== undefined && manifest.endpoints.some((other) => isDeleteOf(other, itemOf)),
      ...(otherIdentity && { otherIdentity: otherIdentity.name }),
    });
  }
  return facts;
}

/** Whether the endpoint has what an edge needs. */
export function meets(need: Need | "known-required", facts: EndpointFacts): boolean {
  const { endpoint } = facts;
  switch (need) {
    case "credentials":
      return endpoint.identity !== undefined;
    case "scheme":
      return endpoint.identity !== undefined;
    case "other-identity":
      return facts.otherIdentity !== undefined;
    case "path-parameter":
      return endpoint.params.length > 0;
    case "created-id":
      return facts.itemOf !== undefined;
    case "deletable":
      return facts.isDeletable;
    case "body":
      return endpoint.body !== undefined;
    case "json-body":
      return endpoint.body?.kind === "json";
    case "fields":
      return requiredFields(endpoint).length > 0;
    case "creates":
      return facts.creates !== undefined;
    case "undeclared-method":
      return facts.undeclaredMethods.length > 0;
    case "known-required":
      return endpoint.body?.kind === "json" && endpoint.body.schema !== undefined;
  }
  return need satisfies never;
}

/** The top-level fields that a correct server cannot do without. */
export function requiredFields({ body }: Endpoint): ReadonlyArray<string> {
  if (body?.kind === "form") return Object.keys(body.fields);
  if (body?.kind !== "json" || !isObject(body.value)) return [];
  return Object.keys(body.value).filter((name) => !body.optional.includes(name));
}

/** The top-level fields of the example with their values. */
export function exampleFields({ body }: Endpoint): ReadonlyArray<readonly [string, Json]> {
  return body?.kind === "json" && isObject(body.value) ? Object.entries(body.value) : [];
}

function happyExpectation({ expect }: Endpoint): Expectation | undefined {
  return expect.find(({ codes }) => isSuccess(codes)) ?? expect.find(({ codes }) => isRedirect(codes));
}

function creationOf(endpoint: Endpoint, manifest: Manifest, happy: Expectation | undefined): Creation | undefined {
  const gets: (JsonPath | undefined)[] = [];
  for (const { params } of manifest.endpoints) {
    for (const { source } of params) if (source.kind === "created" && source.by === endpoint.id) gets.push(source.get);
  }
  const isCreating = endpoint.method === "POST" && happy?.codes.codes.includes(201) === true;
  if (gets.length === 0 && !isCreating) return undefined;
  const [get] = gets;
  return { gets: distinct(gets), ...(get && { get }) };
}

function distinct(paths: ReadonlyArray<JsonPath | undefined>): ReadonlyArray<JsonPath | undefined> {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function creatorOfItem(endpoint: Endpoint): string | undefined {
  const last = endpoint.params.at(-1);
  if (last?.source.kind !== "created" || !endpoint.path.endsWith(`/{${last.name}}`)) return undefined;
  return last.source.by;
}

/** A 202 only promises that it will be gone. */
function isDeleteOf(endpoint: Endpoint, creator: string): boolean {
  if (endpoint.method !== "DELETE" || creatorOfItem(endpoint) !== creator) return false;
  const happy = happyExpectation(endpoint);
  return happy !== undefined && isSuccess(happy.codes) && !happy.codes.codes.includes(202);
}

/** DELETE is left out: where it is not declared, nobody has promised that it is harmless. */
const probes = ["PATCH", "PUT", "POST"] as const;

function undeclaredMethods(endpoint: Endpoint, manifest: Manifest): ReadonlyArray<string> {
  const shape = shapeOf(endpoint.path);
  const declared = new Set(
    manifest.endpoints.filter(({ path }) => shapeOf(path) === shape).map(({ method }) => method),
  );
  return probes.filter((method) => !declared.has(method));
}

function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

/**
 * Privileges are not declared, so they are read off the use of identities: where an endpoint asks for a special one, the
 * default one is refused; where the default one owns it, an identity that no endpoint asks for is a stranger to it.
 */
function otherIdentityOf(endpoint: Endpoint, manifest: Manifest): Identity | undefined {
  const [ordinary] = manifest.identities;
  if (endpoint.identity === undefined || ordinary === undefined) return undefined;
  if (endpoint.identity !== ordinary.name) return ordinary;
  const used = new Set(manifest.endpoints.map(({ identity }) => identity));
  return manifest.identities.find(({ name }) => !used.has(name));
}
