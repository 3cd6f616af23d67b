import type { OutgoingHttpHeaders } from "node:http";
import type { RuleId } from "../../../src/http/rules.ts";

/** What the server can break: a rule, or another way to break one; and what it may do and be right. */
export type Fault =
  | RuleId
  | "refused-delete-deletes"
  | "monitor-is-gone"
  | "counts-visits"
  | "etags-are-weak"
  | "head-is-unknown"
  | "flags-are-not-kept"
  | "location-is-the-collection"
  | "patch-takes-a-dependent-field"
  | "empty-list-is-204"
  | "lists-are-pages"
  | "lists-have-sums"
  | "lists-lag"
  | "lists-catch-up"
  | "only-one-is-allowed"
  | "the-first-is-given-again";

export interface Item {
  name: string;
  note: string;
}

/** What the server remembers. */
export interface Memory {
  readonly items: Map<string, Item>;
  lastId: number;
  /** Entries that nobody can read by an id. */
  ghosts: number;
  reads: number;
  polls: number;
  turns: number;
  /** Requests to the limited place, and when it is free again. */
  spent: number;
  freeAtMs: number;
}

/** A request, and what is wrong with the server. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly memory: Memory;
  readonly is: (fault: Fault) => boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: OutgoingHttpHeaders;
}

export function json(status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  return { status, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } };
}

export function problem(status: number, headers: OutgoingHttpHeaders = {}): Answer {
  return json(status, { message: `no: ${status}` }, headers);
}
