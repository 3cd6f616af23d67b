import type { Json } from "../manifest/model.ts";
import type { Headers } from "./declared-headers.ts";
import type { Resource, StoredFile } from "./state.ts";

/** What a request brought about. */
export interface Effect {
  /** Why the answer is what it is. */
  readonly reason: string;
  readonly body?: Json;
  /** What was uploaded, where the answer is that file and not what is known of it. */
  readonly file?: StoredFile;
  /** Another code than the outcome's: a PUT that created. */
  readonly code?: number;
  /** What else the answer says in its head. */
  readonly headers?: Headers;
  /** The resource that is spoken of. */
  readonly resource?: Resource;
  readonly isCreated?: boolean;
}
