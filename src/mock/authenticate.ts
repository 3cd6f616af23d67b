import type { Auth } from "../manifest/model.ts";
import { realmOf } from "./caller.ts";
import { digestAlgorithms, makeNonce } from "./digest.ts";
import type { Exchange } from "./exchange.ts";
import type { Refusal } from "./refusal.ts";

/** 401 where credentials are asked for and nobody known sends any. */
export function refuseUnknown(exchange: Exchange): Refusal | undefined {
  const { operation, caller } = exchange;
  if (operation.identities.length === 0 || caller.names.length > 0) return undefined;
  return { code: 401, reason: reasonOf(exchange), headers: { "WWW-Authenticate": challenges(exchange) } };
}

function reasonOf(exchange: Exchange): string {
  const { caller } = exchange;
  if (caller.presented === "") return "no credentials";
  if (caller.isStale) return "the nonce has run out";
  const kind = authOf(exchange)?.kind;
  const hasScheme = kind === "bearer" || kind === "basic" || kind === "digest";
  return hasScheme && caller.scheme !== kind ? "wrong scheme" : "wrong credentials";
}

/** How to authenticate, in the terms of the endpoint's own scheme; each value is one challenge (RFC 9110, 11.6.1). */
export function challenges(exchange: Exchange): ReadonlyArray<string> {
  const auth = authOf(exchange);
  const realm = `realm="${realmOf(exchange.api)}"`;
  if (!auth) return [`Bearer ${realm}`];
  switch (auth.kind) {
    case "bearer":
      // Without a token there is no error to name (RFC 6750, 3).
      return [`Bearer ${realm}${exchange.caller.scheme === "bearer" ? ', error="invalid_token"' : ""}`];
    case "basic":
      return [`Basic ${realm}, charset="UTF-8"`];
    case "digest":
      return digestChallenges(exchange, realm);
    case "apiKey":
      return [`ApiKey ${realm}, in="${auth.in}", name="${quotable(auth.name)}"`];
    case "cookie":
      return [`Cookie ${realm}, cookie-name="${quotable(auth.name)}"`];
  }
  return auth satisfies never;
}

/** One for each algorithm, with one nonce: a client that reads both as one header still gets a right answer out of it. */
function digestChallenges({ state, request, caller }: Exchange, realm: string): ReadonlyArray<string> {
  const nonce = makeNonce(state.secret, request.nowMs);
  const stale = caller.isStale ? ", stale=true" : "";
  return Object.keys(digestAlgorithms).map(
    (name) => `Digest ${realm}, qop="auth", algorithm=${name}, nonce="${nonce}"${stale}`,
  );
}

function authOf({ api, operation }: Exchange): Auth | undefined {
  return (api.identities.find(({ name }) => name === operation.identities[0]) ?? api.identities[0])?.auth;
}

function quotable(text: string): string {
  return text.replace(/[^\x20-\x7e]|["\\]/g, "?");
}
