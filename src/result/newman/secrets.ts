import { isRecord } from "../json.ts";
import { isSecretName } from "../redact/secret-names.ts";
import { newmanSchema } from "./schema.ts";

/** A variable's name says what is in it with any of its words: `tokenOfAda`. Newman writes `any` where the environment's file says `secret`. */
const secretWord = /token|secret|passw(?:or)?d|passphrase|api[-_]?key|credential|private[-_]?key/i;

/** Of credentials, by Postman's names, what is no secret. */
const openParams: ReadonlySet<string> = new Set([
  "accessTokenUrl",
  "addParamsToHeader",
  "addTokenTo",
  "algorithm",
  "authUrl",
  "client_authentication",
  "disableRetryRequest",
  "grant_type",
  "headerPrefix",
  "in",
  "isSecretBase64Encoded",
  "nonce",
  "qop",
  "realm",
  "region",
  "scope",
  "service",
  "showPassword",
  "signatureMethod",
  "timestamp",
  "tokenType",
  "username",
  "version",
]);

/** What stands where a secret might, and is none: to mask it would blot out half of a report. */
const plainValue =
  /^(?:true|false|null|none|undefined|bearer|basic|digest|header|query|https?:\/\/[^@]*|.{0,1}|\{\{.*\}\})$/is;

/** The secret values of a report: of variables that are called or marked so, and of the credentials that requests were sent with. */
export function newmanSecrets(json: unknown): ReadonlyArray<string> {
  const parsed = newmanSchema.report.safeParse(json);
  if (!parsed.success) return [];
  const { collection, environment, globals, run } = parsed.data;
  const variables = [...environment.values, ...globals.values, ...collection.variable];
  const isSecret = (name: string, value: string) => secretWord.test(name) || isSecretName(name, value);
  const declared = variables.filter(({ key, value, type }) => type === "secret" || isSecret(key, value));
  const requests = run.executions.map((one) => (isRecord(one) ? one.request : undefined));
  const auths = [collection.auth, ...requests.map((one) => (isRecord(one) ? one.auth : undefined))];
  const values = [...declared.map(({ key, value }) => (key === value ? "" : value)), ...auths.flatMap(secretsOfAuth)];
  return [...new Set(values)].filter((value) => !plainValue.test(value.trim()));
}

function secretsOfAuth(auth: unknown): ReadonlyArray<string> {
  if (!isRecord(auth) || typeof auth.type !== "string" || !Object.hasOwn(auth, auth.type)) return [];
  const listed = auth[auth.type];
  const params = Array.isArray(listed) ? listed.filter(isRecord) : [];
  const given = params.map(({ key, value }) => [key, typeof value === "string" ? value : ""] as const);
  const isNamed = auth.type === "apikey";
  const secret = given.filter(([key]) => (isNamed ? key === "value" : !openParams.has(String(key))));
  const { username, password } = Object.fromEntries(given);
  // Basic credentials are encoded as one text.
  const both = auth.type === "basic" && username && password ? [`${username}:${password}`] : [];
  return [...secret.map(([, value]) => value), ...both];
}
