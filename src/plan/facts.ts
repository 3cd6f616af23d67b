import type { Auth, Endpoint, Expectation, Identity, JsonPath, Manifest } from "../manifest/model.ts";
import { type EndpointIndex, happyExpectation, indexEndpoints } from "./endpoint-index.ts";
import { shapeOf } from "./items.ts";

/** What the plan knows of an endpoint beside what the manifest says of it. */
export interface EndpointFacts {
  readonly endpoint: Endpoint;
  /** The entry that the unchanged request proves: the first 2xx, else the first 3xx; absent where only errors are declared. */
  readonly happy?: Expectation;
  /** The id that other endpoints' paths take from its happy response; absent: nobody asks. */
  readonly creates?: Creation;
  /** Who created what the path ends with. */
  readonly itemOf?: string;
  /** The GET that shows what this PUT or PATCH writes at a path whose ids are written out. */
  readonly shownBy?: string;
  /** The DELETE that takes away what this GET or HEAD reads, and a PUT made, at such a path. */
  readonly deletedBy?: string;
  /** A DELETE of what its path names is declared, and done when it answers. */
  readonly isDeletable: boolean;
  /** What it creates can be deleted in the end. */
  readonly isCleanedUp: boolean;
  /** Methods that no endpoint declares on this path, the least harmful first. */
  readonly undeclaredMethods: ReadonlyArray<string>;
  /** Who is authenticated and has reason to be refused. */
  readonly otherIdentity?: string;
  /** Not everybody's default identity is asked for. */
  readonly isPrivileged: boolean;
  /** The kind of its credentials; absent: it needs none. */
  readonly authKind?: Auth["kind"];
  /** Of the endpoints of its path it is the first. */
  readonly isFirstOfPath: boolean;
  /** What endpoints of its path are declared with. */
  readonly pathMethods: ReadonlySet<string>;
  /** Those that work, at this very path. */
  readonly workingMethods: ReadonlyArray<string>;
}

export interface Creation {
  /** Where the id stands in the body; absent: Location's last segment, else `$.id`. */
  readonly get?: JsonPath;
  /** Ids that other paths take from elsewhere in the same response. */
  readonly gets: ReadonlyArray<JsonPath | undefined>;
  /** What sends fields of the item: the create and the updates. */
  readonly writers: ReadonlyArray<Endpoint>;
}

/** What the cases of a suite are made from. */
export interface Scope {
  readonly manifest: Manifest;
  readonly facts: ReadonlyMap<string, EndpointFacts>;
}

/** Facts of every endpoint, by its id, in the order of the manifest. */
export function gatherFacts(manifest: Manifest): ReadonlyMap<string, EndpointFacts> {
  const index = indexEndpoints(manifest);
  const facts = new Map<string, EndpointFacts>();
  const paths = new Set<string>();
  for (const endpoint of manifest.endpoints) {
    const happy = happyExpectation(endpoint);
    const creates = creationOf(endpoint, index, happy);
    const itemOf = index.items.get(endpoint.id);
    const shape = shapeOf(endpoint.path);
    const pathMethods = index.methods.get(shape) ?? new Set();
    const place = placeFacts(endpoint, manifest, index);
    facts.set(endpoint.id, {
      endpoint,
      ...identityFacts(endpoint, manifest, index.identities),
      isFirstOfPath: !paths.has(shape),
      pathMethods,
      workingMethods: index.working.get(endpoint.path) ?? [],
      undeclaredMethods: probes.filter((method) => !pathMethods.has(method)),
      isCleanedUp: index.cleanedUp.has(endpoint.id),
      isDeletable: place.deletedBy !== undefined || (itemOf !== undefined && index.deletable.has(itemOf)),
      ...place,
      ...(happy && { happy }),
      ...(creates && { creates }),
      ...(itemOf !== undefined && { itemOf }),
    });
    paths.add(shape);
  }
  return facts;
}

/** A minimal profile leaves places to what is declared of each endpoint. */
function placeFacts(
  { id }: Endpoint,
  { profile }: Manifest,
  { places }: EndpointIndex,
): Pick<EndpointFacts, "shownBy" | "deletedBy"> {
  if (profile === "minimal") return {};
  const [shownBy, deletedBy] = [places.shownBy.get(id), places.deletedBy.get(id)];
  return { ...(shownBy !== undefined && { shownBy }), ...(deletedBy !== undefined && { deletedBy }) };
}

function creationOf(endpoint: Endpoint, index: EndpointIndex, happy: Expectation | undefined): Creation | undefined {
  const gets = index.gets.get(endpoint.id) ?? [];
  const isCreating = endpoint.method === "POST" && happy?.codes.codes.includes(201) === true;
  if (gets.length === 0 && !isCreating) return undefined;
  const [get] = gets;
  return { gets: distinct(gets), writers: index.writers.get(endpoint.id) ?? [endpoint], ...(get && { get }) };
}

function distinct(paths: ReadonlyArray<JsonPath | undefined>): ReadonlyArray<JsonPath | undefined> {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** DELETE is left out: where it is not declared, nobody has promised that it is harmless. */
const probes = ["PATCH", "PUT", "POST"] as const;

/** Who sends it, and who is not allowed to. */
function identityFacts(
  endpoint: Endpoint,
  manifest: Manifest,
  used: ReadonlySet<string | undefined>,
): Pick<EndpointFacts, "isPrivileged" | "authKind" | "otherIdentity"> {
  const { identities } = manifest;
  const authKind = identities.find(({ name }) => name === endpoint.identity)?.auth.kind;
  const other = otherIdentityOf(endpoint, manifest, used);
  return {
    isPrivileged: endpoint.identity !== identities[0]?.name,
    ...(authKind && { authKind }),
    ...(other && { otherIdentity: other.name }),
  };
}

/**
 * Privileges are not declared, so they are read off the use of identities: where an endpoint asks for a special one, the
 * default one is refused; where the default one owns it, an identity that no endpoint asks for is a stranger to it.
 */
function otherIdentityOf(
  endpoint: Endpoint,
  manifest: Manifest,
  used: ReadonlySet<string | undefined>,
): Identity | undefined {
  const [ordinary] = manifest.identities;
  if (endpoint.identity === undefined || ordinary === undefined) return undefined;
  if (endpoint.identity !== ordinary.name) return ordinary;
  return manifest.identities.find(({ name }) => !used.has(name));
}
