import { isRecord, type JsonRecord, recordsOf, textOf } from "./json.ts";
import type { ForeignRequest } from "./model.ts";
import type { Scopes } from "./scopes.ts";

/** Names of variables, headers, parameters and fields whose values nobody should read. */
const secretName =
  /token|secret|passw(?:or)?d|passphrase|api[-_]?key|credential|^(?:proxy-)?authorization$|private[-_]?key|\bjwt\b/i;

/** Of credentials, by Postman's names, what is secret; everything else of them is none. */
const secretParams: ReadonlySet<string> = new Set([
  "accessToken",
  "authKey",
  "clientSecret",
  "clientToken",
  "consumerSecret",
  "password",
  "privateKey",
  "refreshToken",
  "secret",
  "secretKey",
  "sessionToken",
  "token",
  "tokenSecret",
]);

/** What stands where a secret might, and is none: to mask it would blot out half of a report. */
const plainValue = /^(?:true|false|null|none|undefined|bearer|basic|digest|https?:\/\/[^@]*)$/i;

/** The values that must not be kept anywhere: of variables, of credentials, of headers, parameters and fields. */
export function foreignSecrets(requests: ReadonlyArray<ForeignRequest>, scopes: Scopes): ReadonlyArray<string> {
  const { variables, fill } = scopes;
  const named = variables.filter(({ name, value }) => secretName.test(name) && !isPlain(name, value));
  const declared = variables.filter(({ isSecret }) => isSecret);
  const chained = new Set(requests.flatMap(({ chain }) => chain));
  const credentials = [...chained].flatMap((one) => [
    ...secretsOfAuth(one.auth, fill),
    ...secretsOfRequest(isRecord(one.request) ? one.request : { url: one.request }, fill),
  ]);
  const values = [...[...declared, ...named].map(({ value }) => fill(value)), ...credentials];
  // What is not known yet is no value.
  return [...new Set(values)].filter((value) => value !== "" && !/\{\{[^{}]+\}\}/.test(value));
}

/** `tokenType: Bearer`, `passwordUrl: https://...`, `token: token`. */
function isPlain(name: string, value: string): boolean {
  return plainValue.test(value.trim()) || value.toLowerCase() === name.toLowerCase();
}

type Fill = Scopes["fill"];

function secretsOfAuth(auth: unknown, fill: Fill): ReadonlyArray<string> {
  if (!isRecord(auth)) return [];
  return Object.entries(auth).flatMap(([kind, params]) => {
    const given = paramsOf(params).map(([name, value]) => [name, fill(value)] as const);
    const secrets = given.filter(([name]) => secretParams.has(name) || (kind === "apikey" && name === "value"));
    const { username, password } = Object.fromEntries(given);
    // Basic credentials are encoded as one text.
    const both =
      kind === "basic" && username !== undefined && password !== undefined ? [`${username}:${password}`] : [];
    return [...secrets.map(([, value]) => value), ...both];
  });
}

/** A list of keys and values in version 2.1, an object in 2.0. */
function paramsOf(params: unknown): ReadonlyArray<readonly [string, string]> {
  const pairs = isRecord(params) ? Object.entries(params) : recordsOf(params).map(({ key, value }) => [key, value]);
  return pairs.flatMap(([key, value]) => {
    const [name, text] = [textOf(key), textOf(value)];
    return name === undefined || text === undefined ? [] : [[name, text] as const];
  });
}

function secretsOfRequest(request: JsonRecord, fill: Fill): ReadonlyArray<string> {
  const { header, body, url, auth } = request;
  const fields = isRecord(body) ? [...recordsOf(body.urlencoded), ...recordsOf(body.formdata)] : [];
  const pairs = paramsOf([...headersOf(header), ...fields, ...queryOf(url)]);
  const secrets = pairs.filter(([name, value]) => secretName.test(name) && !isPlain(name, value));
  return [
    ...secretsOfAuth(auth, fill),
    ...secrets.map(([, value]) => fill(value).replace(/^(?:Bearer|Basic)\s+/i, "")),
  ];
}

/** A list; lines of text in version 2.0. */
function headersOf(header: unknown): ReadonlyArray<JsonRecord> {
  if (typeof header !== "string") return recordsOf(header);
  return header.split("\n").map((line) => {
    const [key = "", ...value] = line.split(":");
    return { key: key.trim(), value: value.join(":").trim() };
  });
}

function queryOf(url: unknown): ReadonlyArray<JsonRecord> {
  if (isRecord(url)) return recordsOf(url.query);
  const query = textOf(url)?.split("#")[0]?.split("?")[1] ?? "";
  return query.split("&").map((pair) => {
    const [key, ...value] = pair.split("=");
    return { key, value: value.join("=") };
  });
}
