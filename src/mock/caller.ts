import type { Auth } from "../manifest/model.ts";
import type { Api } from "./api.ts";
import { type DigestVerdict, verifyDigest } from "./digest.ts";
import type { MockRequest, Target } from "./request.ts";
import type { State } from "./state.ts";

/** Who sends a request. */
export interface Caller {
  /** The identities whose credentials these are; empty: nobody known. */
  readonly names: ReadonlyArray<string>;
  /** Everything that looks like credentials, as sent; empty: there are none. */
  readonly presented: string;
  /** Scheme of the Authorization header, in lower case. */
  readonly scheme?: string;
  /** Right digest, old nonce. */
  readonly isStale: boolean;
}

/** What the credentials of one request are read from. */
interface Evidence {
  readonly request: MockRequest;
  readonly target: Target;
  readonly realm: string;
  readonly secret: string;
  readonly cookies: ReadonlyMap<string, string>;
}

/** Finds out who sends a request. */
export function identifyCaller(
  request: MockRequest,
  target: Target,
  { api, state }: { api: Api; state: State },
): Caller {
  const cookies = readCookies(request.headers.get("cookie") ?? "");
  const evidence: Evidence = { request, target, realm: realmOf(api), secret: state.secret, cookies };
  const verdicts = api.identities.map(({ name, auth }) => ({ name, verdict: verify(auth, evidence) }));
  const scheme = request.headers.get("authorization")?.trim().split(/\s+/)[0]?.toLowerCase();
  return {
    names: verdicts.filter(({ verdict }) => verdict === "valid").map(({ name }) => name),
    presented: presentedBy(api, evidence),
    ...(scheme ? { scheme } : {}),
    isStale: verdicts.some(({ verdict }) => verdict === "stale"),
  };
}

/** The realm of every challenge: the name of the suite, in characters that a header may hold. */
export function realmOf(api: Api): string {
  return api.name.replace(/[^\x20-\x7e]/g, "?").replace(/["\\]/g, "'");
}

function verify(auth: Auth, evidence: Evidence): DigestVerdict {
  if (auth.kind === "digest") return verifyDigestHeader(auth, evidence);
  return isValid(auth, evidence) ? "valid" : "wrong";
}

function isValid(auth: Exclude<Auth, { kind: "digest" }>, { request, target, cookies }: Evidence): boolean {
  switch (auth.kind) {
    case "bearer":
      return credentialsOf(request, "bearer") === auth.token;
    case "basic": {
      // Encoded anew and compared: what is no base64 would be read all the same.
      const expected = Buffer.from(`${auth.username}:${auth.password}`).toString("base64");
      return credentialsOf(request, "basic") === expected;
    }
    case "apiKey":
      return auth.in === "query"
        ? target.query.getAll(auth.name).includes(auth.value)
        : request.headers.get(auth.name.toLowerCase()) === auth.value;
    case "cookie":
      return cookies.get(auth.name) === auth.value;
  }
  return auth satisfies never;
}

function verifyDigestHeader(auth: Extract<Auth, { kind: "digest" }>, evidence: Evidence): DigestVerdict {
  const { request, realm, secret } = evidence;
  const credentials = credentialsOf(request, "digest");
  if (credentials === undefined) return "wrong";
  const { method, target, nowMs } = request;
  return verifyDigest({ credentials, ...auth, realm, secret, method, target, nowMs });
}

/** What follows the scheme; a scheme's case does not matter (RFC 9110, 11.1). */
function credentialsOf(request: MockRequest, scheme: string): string | undefined {
  const [, sent = "", credentials] = /^(\S+) +(.*)$/s.exec(request.headers.get("authorization")?.trim() ?? "") ?? [];
  return sent.toLowerCase() === scheme ? credentials : undefined;
}

function presentedBy(api: Api, { request, target, cookies }: Evidence): string {
  const parts = api.identities.map(({ auth }) => {
    if (auth.kind === "cookie") return cookies.get(auth.name);
    if (auth.kind !== "apiKey") return undefined;
    return auth.in === "query" ? target.query.get(auth.name) : request.headers.get(auth.name.toLowerCase());
  });
  return [request.headers.get("authorization"), ...parts].filter(Boolean).join("\n");
}

function readCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(";")) {
    const [name = "", ...value] = pair.split("=");
    // The first one counts (RFC 6265, 5.4: the most specific cookie is sent first).
    if (name.trim() !== "" && !cookies.has(name.trim())) cookies.set(name.trim(), value.join("=").trim());
  }
  return cookies;
}
