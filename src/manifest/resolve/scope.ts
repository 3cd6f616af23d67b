import type { Report, Span } from "../../diagnostic/diagnostic.ts";
import type { Files } from "../files.ts";
import type { EndpointKey } from "./endpoint-key.ts";

/** What the parts of a manifest need to know of each other while they are resolved. */
export interface Scope {
  readonly report: Report;
  readonly files: Files;
  /** Names of identities, also of those that are wrong otherwise; the first is the default. */
  readonly identities: ReadonlyArray<string>;
  readonly endpoints: EndpointIndex;
  /** Notes that a text needs a variable. */
  readonly use: (use: VariableUse) => void;
  /** Names that have a value here without an environment: columns of `data`, saved values of the flow. */
  readonly locals: ReadonlySet<string>;
  readonly isAuth: boolean;
}

/** A place that needs a variable. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly isFromProcess: boolean;
  readonly isAuth: boolean;
  /** What else could have been meant here. */
  readonly locals: ReadonlySet<string>;
}

/** The declared endpoints. */
export interface EndpointIndex {
  readonly keys: ReadonlyArray<EndpointKey>;
  readonly bySignature: ReadonlyMap<string, EndpointKey>;
  /** Names of what the happy response of an endpoint holds, by the endpoint's id. */
  readonly captures: ReadonlyMap<string, ReadonlyArray<string>>;
}
