import type { Api, Operation, Route } from "./api.ts";
import type { Caller } from "./caller.ts";
import type { Content } from "./content.ts";
import type { Place } from "./place.ts";
import type { MockRequest, Target } from "./request.ts";
import type { State } from "./state.ts";

/** A request with all that is known of it before anything is decided. */
export interface Exchange {
  readonly request: MockRequest;
  readonly target: Target;
  /** Without the base path. */
  readonly path: string;
  readonly api: Api;
  readonly state: State;
  readonly route: Route;
  readonly operation: Operation;
  /** Values of the path parameters, decoded. */
  readonly values: ReadonlyArray<string>;
  readonly caller: Caller;
  readonly content: Content;
  readonly places: ReadonlyArray<Place>;
}
