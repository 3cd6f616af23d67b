import type { Endpoint, Expectation, JsonPath, Manifest } from "../manifest/model.ts";
import { isRedirect, isSuccess } from "./pattern.ts";

/** What one endpoint has to know of the others, gathered in one pass. */
export interface EndpointIndex {
  /** Path with its parameters' names taken out -> declared methods. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>;
  /** Creator -> where other paths find their ids in its response. */
  readonly gets: ReadonlyMap<string, ReadonlyArray<JsonPath | undefined>>;
  /** Creators whose items have a DELETE; and those where it is done when it answers. */
  readonly cleanedUp: ReadonlySet<string>;
  readonly deletable: ReadonlySet<string>;
  readonly identities: ReadonlySet<string | undefined>;
}

/** Reads every endpoint once. */
export function indexEndpoints({ endpoints }: Manifest): EndpointIndex {
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
    const creator = endpoint.method === "DELETE" ? creatorOfItem(endpoint) : undefined;
    if (creator === undefined) continue;
    cleanedUp.add(creator);
    if (isDoneAtOnce(endpoint)) deletable.add(creator);
  }
  return { methods, gets, cleanedUp, deletable, identities: new Set(endpoints.map(({ identity }) => identity)) };
}

/** The entry that the unchanged request proves: the first 2xx, else the first 3xx. */
export function happyExpectation({ expect }: Endpoint): Expectation | undefined {
  return expect.find(({ codes }) => isSuccess(codes)) ?? expect.find(({ codes }) => isRedirect(codes));
}

/** The endpoint that created what the path ends with. */
export function creatorOfItem(endpoint: Endpoint): string | undefined {
  const last = endpoint.params.at(-1);
  const path = endpoint.path.replace(/\/$/, "");
  if (last?.source.kind !== "created" || !path.endsWith(`/{${last.name}}`)) return undefined;
  return last.source.by;
}

/** The path without the names of its parameters. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

/** A 202 only promises that it will be gone. */
function isDoneAtOnce(endpoint: Endpoint): boolean {
  const happy = happyExpectation(endpoint);
  return happy !== undefined && isSuccess(happy.codes) && !happy.codes.codes.includes(202);
}
