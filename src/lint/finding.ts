import type { Span } from "../diagnostic/diagnostic.ts";
import type { Endpoint, Expectation, Manifest, RequestShape, Step } from "../manifest/model.ts";
import type { EndpointIndex } from "../plan/endpoint-index.ts";

/** A place of the manifest where a lint holds. */
export interface Finding {
  readonly span: Span;
  /** `POST /books -> 201`: what it holds of. */
  readonly about: string;
  /** Whose `rules:` may switch it off. */
  readonly endpoint?: string;
}

/** One declared answer with the request that gets it: an entry of an endpoint's `expect`, or a step's. */
export interface Answer {
  readonly expectation: Expectation;
  readonly request: RequestShape;
  /** Whose `expect` it stands in; a step of a flow has none. */
  readonly endpoint?: Endpoint;
  readonly step?: Step;
}

/** What finders look at: the manifest, all it declares to come back, and what its paths say of one another. */
export interface Suite {
  readonly manifest: Manifest;
  readonly answers: ReadonlyArray<Answer>;
  readonly index: EndpointIndex;
}

/** Finds every place where one lint holds. */
export type Finder = (suite: Suite) => ReadonlyArray<Finding>;
