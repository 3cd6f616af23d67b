import type { Api, Operation } from "./api.ts";
import { identifyCaller } from "./caller.ts";
import { readContent } from "./content.ts";
import type { Exchange } from "./exchange.ts";
import { findPlaces } from "./place.ts";
import type { MockRequest, Target } from "./request.ts";
import type { Match } from "./route.ts";
import type { State } from "./state.ts";

/** A request on its route, before anything is known of it. */
export interface Opening {
  readonly request: MockRequest;
  readonly target: Target;
  readonly state: State;
  readonly api: Api;
  readonly match: Match;
}

/** Reads all that there is to know of a request. */
export function openExchange({ match, operation, ...known }: Opening & { operation: Operation }): Exchange {
  const { request, target, state, api } = known;
  return {
    ...known,
    ...match,
    operation,
    caller: identifyCaller(request, target, { api, state }),
    content: readContent(request, operation),
    places: findPlaces(operation, match.values, state),
  };
}
