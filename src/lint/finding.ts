import type { Span } from "../diagnostic/diagnostic.ts";
import type { Manifest } from "../manifest/model.ts";
import type { EndpointIndex } from "../plan/endpoint-index.ts";

/** A place of the manifest where a lint holds. */
export interface Finding {
  readonly span: Span;
  /** `POST /books -> 201`: what it holds of. */
  readonly about: string;
  /** Whose `rules:` may switch it off. */
  readonly endpoint?: string;
}

/** What finders look at: the manifest, and what its paths say of one another. */
export interface Suite {
  readonly manifest: Manifest;
  readonly index: EndpointIndex;
}

/** Finds every place where one lint holds. */
export type Finder = (suite: Suite) => ReadonlyArray<Finding>;
