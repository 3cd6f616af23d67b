import { createHash } from "node:crypto";
import { refusal } from "./errors.mjs";
import { fault } from "./fault.mjs";

/** A strong validator: it changes with the representation. */
export function etagOf(representation) {
  const text = typeof representation === "object" ? JSON.stringify(representation) : representation;
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 20);
  return fault("unquoted-etag") ? hash : `"${hash}"`;
}

/** Weakly (RFC 9110, 8.8.3.2), as If-None-Match asks; no tag of this API is weak. */
function hasTag(list, etag) {
  const tags = list.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}

function timeOf(header) {
  const date = new Date(header);
  if (fault("500-for-bad-date")) date.toISOString();
  return date.getTime();
}

function isChanged({ headers }, { etag, modifiedMs = 0 }) {
  const { "if-match": match, "if-unmodified-since": since } = headers;
  if (match !== undefined) return !hasTag(match.replaceAll("W/", "W:"), etag);
  return since !== undefined && modifiedMs > timeOf(since);
}

function isCurrent({ headers }, { etag, modifiedMs }) {
  const { "if-none-match": noneMatch, "if-modified-since": since } = headers;
  if (noneMatch !== undefined) return hasTag(noneMatch, etag) || fault("always-304");
  return since !== undefined && modifiedMs !== undefined && modifiedMs <= timeOf(since);
}

/** Refuses a change of what is no longer as the client knew it: RFC 9110, 13.2.2. */
export function requireUnchanged(request, validators) {
  if (isChanged(request, validators) && !fault("never-412")) {
    throw refusal(412, "CHANGED_MEANWHILE", "It has changed since you read it.");
  }
  const noneMatch = request.headers["if-none-match"];
  if (!["GET", "HEAD"].includes(request.method) && noneMatch !== undefined && hasTag(noneMatch, validators.etag)) {
    throw refusal(412, "EXISTS", "It is there already.");
  }
}

/** Sets the validators and says whether the client's copy is current: the answer is then 304. */
export function isNotModified(request, reply, validators) {
  requireUnchanged(request, validators);
  const { etag, modifiedMs } = validators;
  const isFresh = isCurrent(request, validators) && !fault("never-304");
  if (!fault("no-etag") && !(isFresh && fault("304-without-etag"))) reply.header("etag", etag);
  if (modifiedMs !== undefined) {
    const date = new Date(modifiedMs);
    reply.header("last-modified", fault("iso-date") ? date.toISOString() : date.toUTCString());
  }
  return isFresh;
}
