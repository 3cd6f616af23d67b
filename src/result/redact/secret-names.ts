/** Last words of names whose values nobody should read: `accessToken`, `X-Api-Key`, `user[password]`. */
const secretEnds =
  /(?:^| )(?:passphrase|passcode|pwd|passwd|jwt|sid|cvv2?|cvc2?|ssn|iban|otp|totp|(?:proxy )?authorization|cookie|credential|(?:api|private|secret|access|auth|client|encryption|signing|signature|subscription|functions|license|shared) ?key|card ?number|security ?code|session ?id|(?:x ?)?amz ?signature)$|(?:password|token|secret|apikey|passwd)$/;

/** Too short, or too common at the end of other names: only as a whole name. */
const secretWholes: ReadonlySet<string> = new Set(["pin", "pan", "pass", "pw", "dpop"]);

/** Parameters that also carry what is no secret: `?state=open`, `?code=USD`. What is long is a credential. */
const doubtful: ReadonlySet<string> = new Set(["key", "code", "state", "sig", "signature", "session", "assertion"]);
const longValue = 16;
const longestWords = 60;
/** `UNSUPPORTED_MEDIA_TYPE`, `awaiting-payment`, `InvalidParameterValue`: words, and no credential. */
const wordsOnly =
  /^(?:[A-Z]{2,}(?:[_.-][A-Z]{2,})+|[a-z]{2,}(?:[_.-][a-z]{2,})+|[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,}){2,})$/;

/** What may follow the word that counts: `passwordConfirmation`, `token_hash`. */
const afterwords: ReadonlySet<string> = new Set([
  "again",
  "confirm",
  "confirmation",
  "encrypted",
  "hash",
  "plain",
  "raw",
  "repeat",
  "value",
]);

/** Any word of these makes a header one that carries credentials. */
const secretHeaderWord = /token|secret|passw|\bkey|session|signature|credential|\bauth$/;
const secretHeaders: ReadonlySet<string> = new Set(["sec websocket key", "x forwarded client cert", "dpop"]);
/** Named like one, and none: what is left of a limit, a name or a policy. */
const plainHeader =
  /^(?:access control|sec websocket (?!key)|signature input|surrogate|x? ?cache|x? ?rate ?limit|idempotency)/;

/** Whether the value of a field, parameter, cookie, element or variable of this name must not be read. */
export function isSecretName(name: string, value = ""): boolean {
  const known = memory.get(name) ?? remember(name);
  return known === "secret" || (known === "doubtful" && isCredential(value));
}

function isCredential(value: string): boolean {
  return value.length >= longValue && !/\s/.test(value) && !(value.length <= longestWords && wordsOnly.test(value));
}

/** Whether the value of a header of this name must not be read. */
export function isSecretHeader(name: string): boolean {
  const words = wordsOf(name).join(" ");
  if (plainHeader.test(words)) return false;
  return isSecretName(name) || secretHeaders.has(words) || secretHeaderWord.test(words);
}

/** `tokens: 512` counts something; `pin: 1234` does not. */
export function isPlural(name: string): boolean {
  return /s$/i.test(name) && !/pass$/i.test(name);
}

type Kind = "secret" | "doubtful" | "plain";

/** The names of a suite are few, those of a hostile body are not. */
const mostNames = 5000;
const longestName = 80;
const memory = new Map<string, Kind>();

function remember(name: string): Kind {
  if (memory.size >= mostNames) memory.clear();
  const kind = kindOf(name);
  memory.set(name, kind);
  return kind;
}

function kindOf(name: string): Kind {
  if (name.length > longestName) return "plain";
  const words = wordsOf(name);
  while (words.length > 1 && afterwords.has(words.at(-1) ?? "")) words.pop();
  const joined = words.join(" ");
  const single = joined.replace(/(?<!s)s$/, "");
  if (secretEnds.test(joined) || secretEnds.test(single) || secretWholes.has(joined)) return "secret";
  return doubtful.has(joined) ? "doubtful" : "plain";
}

/** `userAPIKey2`: user, api, key. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(/\d+\b/g, (digits, at: number, whole: string) => (/cv[vc]$/.test(whole.slice(0, at)) ? digits : ""))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
