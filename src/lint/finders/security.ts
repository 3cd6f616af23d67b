import type { securityLints } from "../../http/lints/security.ts";
import type { Endpoint, Expectation, Json } from "../../manifest/model.ts";
import { secretOf } from "../../manifest/secret-of.ts";
import { headerOf, isMeantToFail } from "../declared.ts";
import { answersThat, endpointsThat } from "../each.ts";
import type { Finder } from "../finding.ts";
import { placeOfText, placesOf } from "../place.ts";

/** Secrets, transport, other origins. */
export const securityFinders: Readonly<Record<keyof typeof securityLints, Finder>> = {
  "lint-example-secrets": ({ manifest }) => {
    const known = secrets.flatMap(({ about, pattern }) => placesOf(manifest, pattern).map((span) => ({ about, span })));
    const identities = manifest.identities.filter(
      ({ name, auth }) => !isMeantToFail(name) && looksReal(secretOf(auth)),
    );
    return [
      ...known,
      ...identities.map(({ name, auth }) => ({ about: `auth ${name}`, span: placeOfText(manifest, secretOf(auth)) })),
    ];
  },
  "lint-auth-in-query": ({ manifest }) =>
    manifest.identities
      .filter(({ auth }) => auth.kind === "apiKey" && auth.in === "query")
      .map(({ name, span }) => ({ about: `auth ${name}`, span })),
  "lint-http-base-url": ({ manifest }) =>
    [...new Set(manifest.environments.map(({ baseUrl }) => baseUrl))]
      .filter(isOpen)
      .map((url) => ({ about: url, span: placeOfText(manifest, url) })),
  "lint-cors-wildcard-credentials": answersThat(
    ({ expectation }) =>
      textOf(expectation, "Access-Control-Allow-Origin") === "*" &&
      textOf(expectation, "Access-Control-Allow-Credentials") === "true",
  ),
  "lint-ssrf-field-unrestricted": endpointsThat((endpoint) => {
    const body = endpoint.body?.kind === "json" ? endpoint.body.value : null;
    return fieldsOf(body).some((field) => isTarget(field) && !isTried(endpoint, field));
  }),
};

// Each of them is made by one issuer in one form, so that nothing else looks like it.
const secrets = [
  { about: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g },
  { about: "an AWS key", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { about: "a Google key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g },
  { about: "a GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{22,}/g },
  { about: "a GitLab token", pattern: /\bglpat-[\w-]{20,}/g },
  { about: "a Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  { about: "a Stripe key", pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g },
  { about: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { about: "a URL with a password", pattern: /\b[a-z+]{2,20}:\/\/[^\s:@/"'<>{}]+:[^\s@/"'<>{}]+@[\w.-]+/g },
];

/** Long, without a variable, and of letters and digits: a word for a test server is none of that. */
function looksReal(secret: string): boolean {
  return secret.length >= 16 && !/\{\{|\s/.test(secret) && /\d/.test(secret) && /[a-z]/i.test(secret);
}

/** http to a host that others can be on the way to. */
function isOpen(url: string): boolean {
  const host = /^http:\/\/(\[[^\]]*\]|[^/:]+)/i.exec(url)?.[1] ?? "localhost";
  const isLocal =
    /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[)|\.(?:localhost|local|test|internal|lan)$/i;
  // A name without a dot is one of the same network, as in docker compose.
  return !isLocal.test(host) && host.includes(".") && !host.includes("{{");
}

function textOf(expectation: Expectation, name: string): string | undefined {
  const header = headerOf(expectation, name);
  return header?.kind === "equals" ? header.value : undefined;
}

function fieldsOf(body: Json): ReadonlyArray<string> {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
}

function isTarget(field: string): boolean {
  return /^(?:callback|webhook)$|(?:callback|webhook|target|notify|fetch|import|image|avatar)_?(?:url|uri)$/i.test(
    field,
  );
}

function isTried({ expect }: Endpoint, field: string): boolean {
  return expect.some(({ when }) => fieldsOf(when?.body ?? null).includes(field));
}
