import type { Endpoint, Expectation, JsonPath, Manifest } from "../manifest/model.ts";
import { findItems, shapeOf } from "./items.ts";
import { isRedirect, isSuccess } from "./pattern.ts";
import { findPlaces, type Places } from "./places.ts";

/** What one endpoint has to know of the others, gathered in one pass. */
export interface EndpointIndex {
  /** Path with its parameters' names taken out -> declared methods. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>;
  /** Creator -> where other paths find their ids in its response. */
  readonly gets: ReadonlyMap<string, ReadonlyArray<JsonPath | undefined>>;
  /** Endpoint -> who created what its path ends with. */
  readonly items: ReadonlyMap<string, string>;
  /** Creators whose items have a DELETE; and those where it is done when it answers. */
  readonly cleanedUp: ReadonlySet<string>;
  readonly deletable: ReadonlySet<string>;
  /** Creator -> itself and the updates of its items, in the order of the manifest. */
  readonly writers: ReadonlyMap<string, ReadonlyArray<Endpoint>>;
  /** Path -> the methods that work there: an endpoint of which only errors are declared may show that it is not there. */
  readonly working: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly identities: ReadonlySet<string | undefined>;
  readonly places: Places;
}

/** Reads every endpoint once. */
export function indexEndpoints({ endpoints }: Manifest): EndpointIndex {
  const items = findItems(endpoints);
  const methods = new Map<string, Set<string>>();
  const gets = new Map<string, (JsonPath | undefined)[]>();
  const cleanedUp = new Set<string>();
  const deletable = new Set<string>();
  for (const endpoint of endpoints) {
    const shape = shapeOf(endpoint.path);
    methods.set(shape, (methods.get(shape) ?? new Set()).add(endpoint.method));
    for (const { source } of endpoint.params) {
      if (source.kind === "created") gets.set(source.by, [...(gets.get(source.by) ?? []), source.get]);
    }
    const creator = endpoint.method === "DELETE" ? items.get(endpoint.id) : undefined;
    if (creator === undefined) continue;
    cleanedUp.add(creator);
    if (isDoneAtOnce(endpoint)) deletable.add(creator);
  }
  const identities = new Set(endpoints.map(({ identity }) => identity));
  const working = workingMethods(endpoints);
  const created = new Set(endpoints.filter(({ id, method }) => method === "POST" || gets.has(id)).map(shapeOfPath));
  const places = findPlaces(endpoints, { created, isDoneAtOnce });
  const writers = writersOf(endpoints, items);
  return { methods, gets, items, cleanedUp, deletable, writers, working, identities, places };
}

function shapeOfPath({ path }: Endpoint): string {
  return shapeOf(path);
}

function writersOf(
  endpoints: ReadonlyArray<Endpoint>,
  items: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyArray<Endpoint>> {
  const writers = new Map([...items.values()].map((creator) => [creator, [] as Endpoint[]]));
  for (const endpoint of endpoints) {
    writers.get(endpoint.id)?.push(endpoint);
    const isUpdate = endpoint.method === "PUT" || endpoint.method === "PATCH";
    if (isUpdate) writers.get(items.get(endpoint.id) ?? "")?.push(endpoint);
  }
  return writers;
}

function workingMethods(endpoints: ReadonlyArray<Endpoint>): ReadonlyMap<string, ReadonlyArray<string>> {
  const working = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    if (happyExpectation(endpoint) === undefined) continue;
    const known = working.get(endpoint.path);
    if (known === undefined) working.set(endpoint.path, [endpoint.method]);
    else known.push(endpoint.method);
  }
  return working;
}

/** The entry that the unchanged request proves: the first 2xx, else the first 3xx. */
export function happyExpectation({ expect }: Endpoint): Expectation | undefined {
  return expect.find(({ codes }) => isSuccess(codes)) ?? expect.find(({ codes }) => isRedirect(codes));
}

/** A 202 only promises that it will be done. */
function isDoneAtOnce(endpoint: Endpoint): boolean {
  const happy = happyExpectation(endpoint);
  return happy !== undefined && isSuccess(happy.codes) && !happy.codes.codes.includes(202);
}
