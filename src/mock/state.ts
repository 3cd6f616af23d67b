import type { Json, JsonObject } from "../manifest/model.ts";
import { uuidOf } from "./seed.ts";

/** Everything that a mock remembers. `respond` changes it in place; it belongs to one server. */
export interface State {
  /** By concrete collection path: `/carts/7/items`. */
  readonly collections: Map<string, Collection>;
  /** Last id given, by shape: ids are unique across the collections of one kind, as in a database table. */
  readonly counters: Map<string, number>;
  /** What was put at paths that are no items, by concrete path. */
  readonly documents: Map<string, StoredDocument>;
  /** Rate limits, by operation and client. */
  readonly windows: Map<string, RateWindow>;
  /** Of all that is invented: the same seed, the same answers. */
  readonly seed: number;
  /** Signs the nonces of digest authentication. */
  readonly secret: string;
  readonly startedAtMs: number;
}

export interface Collection {
  readonly path: string;
  readonly shape: string;
  readonly items: Map<string, Resource>;
  readonly deletedIds: Set<string>;
  /** Ids of what was posted, by the key of what was sent: whether the same exists already is asked at each create. */
  readonly posted: Map<string, Set<string>>;
}

export interface Resource {
  readonly id: string;
  readonly path: string;
  /** With its id. */
  readonly entity: JsonObject;
  /** What the client sent; undefined: nothing that was JSON. */
  readonly sent: Json | undefined;
  /** The file that was uploaded; undefined: it was sent as data. */
  readonly file: StoredFile | undefined;
  /** `seed`: it was there from the start. */
  readonly origin: "seed" | "post" | "put";
  /** The identity that created it; undefined: the default one's. */
  readonly owner: string | undefined;
  readonly modifiedMs: number;
  /** How often somebody has asked about it, where it is a job that a 202 began. */
  readonly polls?: number;
  /** Keys of the flow steps it has been through, in their order. */
  readonly trail: ReadonlyArray<string>;
}

export interface StoredDocument {
  readonly value: Json;
  readonly modifiedMs: number;
}

/** A body that is no data, kept as it came. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  /** Its Content-Type. */
  readonly type: string;
}

export interface RateWindow {
  readonly untilMs: number;
  readonly count: number;
}

/** A server that nothing has happened to yet. */
export function createState({ seed, nowMs }: { seed: number; nowMs: number }): State {
  return {
    collections: new Map(),
    counters: new Map(),
    documents: new Map(),
    windows: new Map(),
    seed,
    // Nothing here is worth keeping from anybody, and a client's nonce outlives a restart.
    secret: uuidOf(seed, "secret"),
    startedAtMs: nowMs,
  };
}
