import type { Json } from "../manifest/model.ts";
import type { Resource } from "./state.ts";

/** What a request brought about. */
export interface Effect {
  /** Why the answer is what it is. */
  readonly reason: string;
  readonly body?: Json;
  /** Another code than the outcome's: a PUT that created. */
  readonly code?: number;
  /** The resource that is spoken of. */
  readonly resource?: Resource;
  readonly isCreated?: boolean;
}
