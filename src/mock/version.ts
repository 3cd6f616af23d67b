import { createHash } from "node:crypto";
import type { Validators } from "./conditional.ts";
import type { Headers } from "./declared-headers.ts";
import type { Effect } from "./effect.ts";
import type { Exchange } from "./exchange.ts";
import { isSameJson } from "./json.ts";
import type { Resource } from "./state.ts";

/** ETag and Last-Modified of a representation that is shown (RFC 9110, 8.8). */
export function shownVersion({ state, operation, path }: Exchange, effect: Effect, body: Uint8Array): Headers {
  // When a list lost an item is written down nowhere.
  const unknown = operation.role === "list" ? undefined : state.startedAtMs;
  const modifiedMs = effect.resource?.modifiedMs ?? state.documents.get(path)?.modifiedMs ?? unknown;
  return versionHeaders({
    etag: tagOf(body),
    ...(modifiedMs === undefined ? {} : { lastModified: dateOf(modifiedMs) }),
  });
}

/**
 * What an update may say of the new version. After a PUT only where the representation is what was sent, to the letter: a
 * client would take its own copy for the current one (RFC 9110, 9.3.4).
 */
export function updatedVersion(
  { operation, content }: Exchange,
  effect: Effect,
  current: Validators | undefined,
): Headers {
  const { sent } = content;
  const isKept = sent !== undefined && effect.resource !== undefined && isSameJson(effect.resource.entity, sent);
  if (!current || (operation.method === "PUT" && !isKept)) return {};
  return versionHeaders(current);
}

/** The version of a resource that no GET shows. */
export function resourceVersion({ entity, modifiedMs }: Resource): Validators {
  return { etag: tagOf(JSON.stringify(entity)), lastModified: dateOf(modifiedMs) };
}

function versionHeaders({ etag, lastModified }: Validators): Headers {
  return { ...(etag ? { ETag: etag } : {}), ...(lastModified ? { "Last-Modified": lastModified } : {}) };
}

/** A strong entity tag: another content, another tag. */
function tagOf(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
}

/** An HTTP date (RFC 9110, 5.6.7). */
function dateOf(timeMs: number): string {
  return new Date(timeMs).toUTCString();
}
