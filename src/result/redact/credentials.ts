/** Authentication schemes of the IANA registry, and those that are not in it and are met all the same. */
const scheme =
  /^\s*(?:Basic|Bearer|Concealed|Digest|DPoP|GNAP|HOBA|Mutual|Negotiate|NTLM|OAuth|PrivateToken|SCRAM-SHA-(?:1|256)|vapid|Token|ApiKey|AWS4-HMAC-SHA256)\b/i;

/** The scheme is no secret: `Bearer ***`, and what is wrong with a request shows. */
export function maskCredentials(value: string): string {
  const found = scheme.exec(value)?.[0];
  return found === undefined ? "***" : `${found.trim()} ***`;
}

/** `sid=***; Path=/`: names are no secrets (RFC 6265, 4), nor are attributes. */
export function maskCookie(value: string, { isSet }: { readonly isSet: boolean }): string {
  const parts = value.split(";");
  return parts.map((part, at) => (at === 0 || !isSet ? maskPair(part) : part)).join(";");
}

function maskPair(pair: string): string {
  const at = pair.indexOf("=");
  if (at < 0) return pair.trim() === "" ? pair : "***";
  return pair.slice(at + 1).trim() === "" ? pair : `${pair.slice(0, at + 1)}***`;
}

/** Parameters of a challenge that belong to one exchange (RFC 7616, 3.3 and 3.5). */
const challengeParam = /\b(nonce|opaque|nextnonce|cnonce|rspauth)(\s{0,5}=\s{0,5})("[^"]*"|[^\s,"]+)/gi;

/** `Digest realm="x", nonce="***"`. */
export function maskChallenge(value: string): string {
  return value.replace(challengeParam, '$1$2"***"');
}

/** The values of cookies and credentials by themselves, as they may stand elsewhere. */
export function partsOfCredentials(name: string, value: string): ReadonlyArray<string> {
  if (/authorization$/i.test(name)) {
    const bare = value.replace(scheme, "").trim();
    return [bare, ...basicParts(value, bare)];
  }
  if (!/cookie$/i.test(name)) return [value];
  const pairs = /^set/i.test(name) ? value.split(";").slice(0, 1) : value.split(";");
  return pairs.map((pair) =>
    pair
      .slice(pair.indexOf("=") + 1)
      .trim()
      .replace(/^"|"$/g, ""),
  );
}

/** The password of `Basic dXNlcjpwYXNz` (RFC 7617, 2). */
function basicParts(value: string, bare: string): ReadonlyArray<string> {
  if (!/^\s*basic\b/i.test(value)) return [];
  const pair = Buffer.from(bare, "base64").toString("utf8");
  return pair.includes(":") ? [pair, pair.slice(pair.indexOf(":") + 1)] : [];
}
