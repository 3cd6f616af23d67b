import { refusal } from "./errors.mjs";
import { fault } from "./fault.mjs";

function unauthorized(message, detail = "") {
  if (fault("403-for-no-token")) return refusal(403, "FORBIDDEN", "You may not do that.");
  const challenge = `Bearer realm="tracker"${detail}`;
  const headers = fault("no-www-authenticate") ? {} : { "www-authenticate": challenge };
  return refusal(401, "UNAUTHENTICATED", message, { headers });
}

function isOpen({ method, routeOptions }) {
  if (["GET", "HEAD"].includes(method)) return routeOptions.url.startsWith("/projects/:id") && fault("reads-open");
  return ["PATCH", "DELETE"].includes(method) && fault("writes-open");
}

function sessionOf(token, store) {
  const session = store.tokens.get(token);
  if (session !== undefined) return session;
  const [anybody] = store.tokens.values();
  if (token === "" && fault("empty-token")) return anybody;
  return token !== "" && fault("any-token") ? anybody : undefined;
}

function refuseToken(token) {
  if (fault("403-for-bad-token")) throw refusal(403, "FORBIDDEN", "You may not do that.");
  const message = fault("token-in-error") ? `The token ${token} is not valid.` : "The token is not valid.";
  throw unauthorized(message, ', error="invalid_token"');
}

/** A hook that knows the user of the request by its bearer token, or refuses it. */
export function createAuthentication(store) {
  return async function authenticate(request, reply) {
    const [, token] = /^Bearer(?: +|$)(.*)$/i.exec(request.headers.authorization ?? "") ?? [];
    if (token === undefined) {
      const [anybody] = store.users;
      request.user = anybody;
      if (isOpen(request)) return;
      if (fault("200-for-no-token")) return reply.code(200).send({ error: "Please log in." });
      if (fault("error-of-another-shape")) {
        const headers = { "www-authenticate": 'Bearer realm="tracker"' };
        return reply.code(401).headers(headers).send({ statusCode: 401, reason: "Unauthorized" });
      }
      throw unauthorized("This needs a bearer token.");
    }
    const session = sessionOf(token.trim(), store) ?? refuseToken(token);
    if (session.expiresAt <= Date.now() && !fault("expired-token")) refuseToken(token);
    request.user = session.user;
  };
}

/** A hook that lets in admins only. */
export async function requireAdmin({ user }) {
  if (user.role === "admin" || fault("admin-for-everybody")) return;
  if (fault("401-for-forbidden")) throw unauthorized("You may not do that.");
  throw refusal(403, "FORBIDDEN", "This is for admins.");
}

/** What belongs to another user is refused. */
export function requireOwner({ ownerId }, { user }) {
  if (ownerId === user.id || user.role === "admin" || fault("data-of-others")) return;
  throw refusal(403, "FORBIDDEN", "This belongs to another user.");
}
