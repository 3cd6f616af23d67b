import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The algorithms offered, the stronger first (RFC 7616, 3.7). */
export const digestAlgorithms = { "SHA-256": "sha256", MD5: "md5" } as const;

const nonceLifetimeMs = 300_000;

/** A nonce that the server recognises without storing it: the time, signed. */
export function makeNonce(secret: string, nowMs: number): string {
  const time = nowMs.toString(36);
  return `${time}-${createHmac("sha256", secret).update(time).digest("hex").slice(0, 32)}`;
}

/** What the verdict on a digest depends on. */
export interface DigestFacts {
  /** Value of the Authorization header after `Digest`. */
  readonly credentials: string;
  readonly username: string;
  readonly password: string;
  readonly realm: string;
  readonly method: string;
  readonly target: string;
  readonly secret: string;
  readonly nowMs: number;
}

/** `stale`: right, but for a nonce that has run out; the client should try again with a new one (RFC 7616, 3.3). */
export type DigestVerdict = "valid" | "stale" | "wrong";

/** Verifies digest credentials with `qop=auth` (RFC 7616, 3.4). */
export function verifyDigest(facts: DigestFacts): DigestVerdict {
  const sent = readParameters(facts.credentials);
  const [nonce = "", algorithm = "MD5"] = [sent.get("nonce"), sent.get("algorithm")];
  const hash = Object.entries(digestAlgorithms).find(([name]) => name === algorithm.toUpperCase())?.[1];
  const [time = ""] = nonce.split("-");
  const isOurs = makeNonce(facts.secret, Number.parseInt(time, 36)) === nonce;
  const isForThis = sent.get("uri") === facts.target && sent.get("realm") === facts.realm && sent.get("qop") === "auth";
  if (!hash || !isOurs || !isForThis || sent.get("username") !== facts.username) return "wrong";
  const digest = (text: string) => createHash(hash).update(text).digest("hex");
  const expected = digest(
    [
      digest(`${facts.username}:${facts.realm}:${facts.password}`),
      nonce,
      sent.get("nc") ?? "",
      sent.get("cnonce") ?? "",
      "auth",
      digest(`${facts.method}:${facts.target}`),
    ].join(":"),
  );
  if (!isEqualText(expected, sent.get("response")?.toLowerCase() ?? "")) return "wrong";
  return facts.nowMs - Number.parseInt(time, 36) > nonceLifetimeMs ? "stale" : "valid";
}

function isEqualText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g);
  return new Map(
    [...pairs].map(([, name = "", quoted, plain]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
    ]),
  );
}
