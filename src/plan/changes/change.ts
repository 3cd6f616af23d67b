import type { EdgeId } from "../../http/edges.ts";
import type { Manifest } from "../../manifest/model.ts";
import type { EndpointFacts } from "../facts.ts";
import type { Before, CaseRequest } from "../model.ts";

/** The happy request with one thing changed, and what the change is about where there are several of its kind. */
export interface EdgeRequest {
  readonly request: CaseRequest;
  /** A field name, for titles and ids. */
  readonly field?: string;
  /** Tells it from others of the same field, in ids. */
  readonly key?: string;
  /** Nothing but the schema is likely to have a say in that field. */
  readonly isPlain?: true;
  /** In place of the edge's own title. */
  readonly about?: string;
  readonly before?: Before;
}

/** What a change is made of. */
export interface ChangeScope {
  readonly edge: EdgeId;
  readonly happy: CaseRequest;
  readonly facts: EndpointFacts;
  readonly manifest: Manifest;
  /** No code of the edge is owed, whatever is declared: all that is asked for is that it is no server error. */
  readonly isOpen?: true;
}

/** Makes the request; undefined where this endpoint has nothing that could be changed so. */
export type ChangeTable = Readonly<Record<string, (scope: ChangeScope) => CaseRequest | EdgeRequest | undefined>>;
