import type { Api, Operation, Route } from "./api.ts";
import type { MockRequest, Target } from "./request.ts";
import type { MockResponse } from "./response.ts";
import type { State } from "./state.ts";

/** A mistake that developers make, and how an API with it answers. */
export interface Fault {
  /** What a developer got wrong, as the API shows it: `a 201 has no Location`. */
  readonly mistake: string;
  /** The statement of the guide or of an RFC that it breaks. */
  readonly breaks: string;
  /** The operations that can have it: those at which a correct API would behave differently. */
  readonly at: (operation: Operation, api: Api) => boolean;
  /** How a server with it answers. */
  readonly serve: Serve;
  /** What makes a suite look for it, where it does not yet: a code to declare, or words for what to write. */
  readonly remedy: Remedy;
}

export type Remedy = { readonly declare: number } | { readonly write: string };

/** Answers a call. Whatever it does not change it leaves to `next`, which answers as the correct API. */
export type Serve = (call: Call, next: Next) => MockResponse;

/** A request with what the API has for it. */
export interface Call {
  readonly request: MockRequest;
  readonly target: Target;
  readonly state: State;
  readonly api: Api;
  /** Undefined: the path is unknown. */
  readonly route: Route | undefined;
  /** Undefined: the path is unknown, or has no such method. */
  readonly operation: Operation | undefined;
  /** Values of the path parameters. */
  readonly values: ReadonlyArray<string>;
}

/** The correct API, asked something else, or with another operation in the place of the one that answers. */
export type Next = (changed?: Changed) => MockResponse;

export interface Changed {
  readonly request?: MockRequest;
  readonly operation?: Operation;
}
