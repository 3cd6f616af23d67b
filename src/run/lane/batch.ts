import type { Case, Plan } from "../../plan/model.ts";
import type { Attempt } from "../../result/model.ts";
import type { ObservedError } from "../execution.ts";
import type { CollectionInput, Transport } from "../transport.ts";

/** What all Newman runs of a suite have in common. Structured clone carries it to a thread. */
export interface Setting {
  /** Every variable that the requests need, `baseUrl` among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values that must not be kept anywhere. */
  readonly secrets: ReadonlyArray<string>;
  /** Headers, parameters and fields whose values must not be kept either, besides those that are usually secret. */
  readonly redact?: ReadonlyArray<string>;
  /** The rules of the collection's own script. */
  readonly every: Plan["every"];
  readonly timeoutRequestMs: number;
  readonly timeoutScriptMs: number;
  /** How much of a body is kept where a check failed, in characters. */
  readonly keptBody: number;
  readonly transport: Transport;
  /** What a collection that nobody generated is given. */
  readonly input: CollectionInput;
}

/** What one Newman run does: some groups, one after the other. Structured clone carries it to a thread. */
export interface Batch {
  /** Which setting it runs with. */
  readonly suite: number;
  readonly collection: object;
  /** In the order of the items. */
  readonly judged: ReadonlyArray<Judged>;
}

/** What an item's executions are judged by. */
export interface Judged extends Pick<Case, "method" | "checks" | "mayReset"> {
  readonly itemId: string;
  /** It has a script of the user's own, so that an error nobody caught may be its. */
  readonly hasTests: boolean;
  /** It takes away what others have created, also when the run is stopped. */
  readonly isCleanUp: boolean;
}

/** What a Newman run tells while it runs. `key`: the item's id, with the iteration behind it after the first one. */
export type LaneEvent =
  | { readonly kind: "begin"; readonly key: string }
  | { readonly kind: "attempt"; readonly key: string; readonly attempt: Attempt }
  /** Bytes that came after the response and belong to none. */
  | { readonly kind: "surplus"; readonly key: string; readonly text: string };

/** How a Newman run ended. */
export type BatchEnd =
  /** By itself; `error`: where it broke off. */
  | { readonly kind: "ended"; readonly error?: ObservedError }
  /** With the thread that it ran in. */
  | { readonly kind: "died"; readonly error: ObservedError };

/** The item of an execution's key. */
export function itemOf(key: string): string {
  return key.split("#")[0] ?? key;
}

/** The key of an item's execution in an iteration, counted from 0. */
export function executionKey(itemId: string, iteration: number): string {
  return iteration === 0 ? itemId : `${itemId}#${iteration}`;
}
