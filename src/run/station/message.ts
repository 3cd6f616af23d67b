import type { Batch, BatchEnd, LaneEvent, Setting } from "../lane/batch.ts";

/** What a thread is told. */
export type Order =
  | { readonly kind: "run"; readonly lane: number; readonly batch: Batch }
  | { readonly kind: "stop" | "abort" | "close" }
  | { readonly kind: "hold"; readonly untilMs: number };

/** What a thread tells. */
export type Report =
  | { readonly kind: "event"; readonly lane: number; readonly event: LaneEvent }
  | { readonly kind: "end"; readonly lane: number; readonly end: BatchEnd }
  | { readonly kind: "stray"; readonly message: string }
  /** The share of the last moments in which it had work to do. */
  | { readonly kind: "busy"; readonly share: number };

/** What a thread begins with; `port` carries orders to it and reports back. */
export interface Session {
  readonly settings: ReadonlyArray<Setting>;
  readonly port: import("node:worker_threads").MessagePort;
}
