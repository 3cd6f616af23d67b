import type { Edge } from "../edge.ts";

/** Credentials, and who may do what. */
export const authEdges = {
  "ec-auth-missing": {
    title: "without credentials",
    codes: [401],
    tier: 1,
    needs: ["credentials"],
    change: { kind: "credentials", use: "none" },
    // API gateways answer a missing key with 403, and whoever hides what there is says 404 (RFC 9110, 15.5.4).
    implied: { family: "401|403|404" },
    why: "no credentials were provided",
    source: "the guide: 401 when authentication is missing or invalid; RFC 9110, 15.5.2",
  },
  "ec-auth-invalid": {
    title: "with wrong credentials",
    codes: [401],
    tier: 1,
    needs: ["credentials"],
    change: { kind: "credentials", use: "wrong" },
    implied: { family: "401|403|404" },
    why: "the credentials are not valid",
    source: "the guide: invalid or expired access tokens, incorrect username or password; RFC 9110, 15.5.2",
  },
  "ec-auth-wrong-scheme": {
    title: "with the wrong authentication scheme",
    codes: [401],
    tier: 1,
    needs: ["credentials", "scheme"],
    change: { kind: "credentials", use: "wrong-scheme" },
    // RFC 6750, 3.1 lets a server call it a malformed request.
    also: [400],
    why: "credentials of another scheme are none",
    source: "RFC 9110, 11.6.2",
  },
  "ec-auth-other-identity": {
    title: "as {identity}",
    codes: [403],
    tier: 1,
    needs: ["other-identity"],
    change: { kind: "identity" },
    why: "the identity is authenticated and has no permission",
    source: "the guide: 403 means authenticated but without permission; RFC 9110, 15.5.4",
  },
} as const satisfies Record<string, Edge>;
