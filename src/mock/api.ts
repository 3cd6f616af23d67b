import type {
  Body,
  Defaults,
  Endpoint,
  Expectation,
  Flow,
  Identity,
  Json,
  JsonObject,
  JsonPath,
  Manifest,
  ParamSource,
  ResponseExpectation,
  Step,
} from "../manifest/model.ts";
import type { PathTemplate } from "./path-template.ts";

/** A manifest as a server sees it: routes with operations, and the places where resources live. */
export interface Api {
  readonly name: string;
  /** Path prefix of `baseUrl`: `/api/v1`, or empty. */
  readonly basePath: string;
  readonly identities: ReadonlyArray<Identity>;
  readonly defaults: Defaults;
  readonly policy: Manifest["policy"];
  /** The origin whose pages may call it, `*` for all; undefined: none. */
  readonly allowedOrigin: string | undefined;
  /** The most specific first. */
  readonly routes: ReadonlyArray<Route>;
  /** By shape of the collection path. */
  readonly homes: ReadonlyMap<string, Home>;
}

/** Everything that answers at one path template. */
export interface Route {
  readonly template: PathTemplate;
  /** By method. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** One method of a route: an endpoint, the steps of flows that use it, or both. */
export interface Operation {
  /** `METHOD /shape`. */
  readonly key: string;
  readonly method: string;
  /** The route's, with the names that this endpoint gives its parameters. */
  readonly template: PathTemplate;
  readonly role: Role;
  /** Whose credentials it asks for; empty: nobody's. The first is the endpoint's own. */
  readonly identities: ReadonlyArray<string>;
  readonly expect: ReadonlyArray<Expectation>;
  /** Answer to the valid request. */
  readonly happy: Outcome;
  /** Of the valid request. */
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** Media type the endpoint declares for its body, where it does. */
  readonly contentType?: string;
  readonly steps: ReadonlyArray<FlowStep>;
  /** Where each path parameter picks from; undefined: any value will do. */
  readonly homes: ReadonlyArray<Home | undefined>;
  /** The collection that it creates in or lists. */
  readonly home?: Home;
  /** Where the progress of a 202 can be followed. */
  readonly monitor?: Home;
  /** Where the answer to a create must hold the new id. */
  readonly idPaths: ReadonlyArray<JsonPath>;
  /** Values that others take from the answer. */
  readonly owed: ReadonlyArray<OwedValue>;
}

/**
 * What an operation does to the resources: `act` and `show` touch none (a document of their own at most), the others
 * are the lifecycle of an item.
 */
export type Role = "create" | "list" | "read" | "replace" | "merge" | "remove" | "show" | "store" | "act";

/** One code and what a response with it must be. */
export interface Outcome {
  readonly code: number;
  readonly response: ResponseExpectation;
}

export interface OwedValue {
  readonly path: JsonPath;
  readonly value: Json;
}

/** A step of a flow, where it meets its route. */
export interface FlowStep {
  /** `flow index:step index`. */
  readonly key: string;
  readonly step: Step;
  readonly outcome: Outcome;
  /** Values of the route's parameters that the step writes out; undefined: any. */
  readonly literals: ReadonlyArray<string | undefined>;
  /** The latest earlier step of the flow that has to do with the same resources. */
  readonly predecessor?: string;
  /** Not the request that the operation answers with its happy outcome, so that it can be told by its looks. */
  readonly isDistinct: boolean;
}

/** Where resources live: one kind of collection, and what its items look like. */
export interface Home {
  /** Path template of the collection. */
  readonly path: string;
  /** Parameters of that path. */
  readonly names: ReadonlyArray<string>;
  readonly shape: string;
  readonly idKey: string;
  /** Where a response holds the item: `["data"]` when the id is captured from `$.data.id`. */
  readonly envelope: JsonPath;
  readonly idKind: "number" | "uuid";
  /** Ids that exist from the start, because the manifest writes them out. */
  readonly seeds: ReadonlyArray<string>;
  /** The item as the manifest shows it in an answer, where it does. */
  readonly shown?: JsonObject;
  /** What clients may set; absent: anything. */
  readonly settable?: ReadonlySet<string>;
  /** What a seeded item consists of. */
  readonly example: JsonObject;
}

/** A request of the manifest where it meets its route: an endpoint or a step. */
export type Use = EndpointUse | StepUse;

interface UseBase {
  /** `METHOD /shape`, of the route. */
  readonly key: string;
  readonly template: PathTemplate;
  /** By position of the route's parameters; undefined: a value nobody knows anything of. */
  readonly sources: ReadonlyArray<ParamSource | undefined>;
}

export interface EndpointUse extends UseBase {
  readonly kind: "endpoint";
  readonly request: Endpoint;
}

export interface StepUse extends UseBase {
  readonly kind: "step";
  readonly request: Step;
  readonly flow: Flow;
  readonly flowIndex: number;
  readonly stepIndex: number;
}
