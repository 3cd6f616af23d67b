import type { accessLints } from "../../http/lints/access.ts";
import type { Endpoint, Expectation, Identity, Manifest } from "../../manifest/model.ts";
import { declares, denies, isMeantToFail, isOnly, onlyRedirects } from "../declared.ts";
import { answersThat, endpointsThat } from "../each.ts";
import type { Finder } from "../finding.ts";

/** Who is let in. */
export const accessFinders: Readonly<Record<keyof typeof accessLints, Finder>> = {
  "lint-401-403-confused": answersThat(({ expectation }) => {
    if (isOnly(expectation.codes, 403)) return takesCredentialsAway(expectation);
    const as = expectation.when?.as;
    return isOnly(expectation.codes, 401) && typeof as === "string" && !isMeantToFail(as) && isPlain(expectation);
  }),
  "lint-auth-without-401": endpointsThat((endpoint) => {
    const { method, identity } = endpoint;
    // Browsers send OPTIONS ahead, without credentials.
    const isGuarded = method !== "OPTIONS" && identity !== undefined && !isMeantToFail(identity);
    return isGuarded && !onlyRedirects(endpoint) && !declares(endpoint, 401);
  }),
  "lint-401-without-auth": answersThat(
    ({ expectation, endpoint }) =>
      endpoint !== undefined &&
      endpoint.identity === undefined &&
      isOnly(expectation.codes, 401) &&
      expectation.when === undefined &&
      !Object.keys(endpoint.headers).some((name) => /authorization|key|token|cookie/i.test(name)),
  ),
  "lint-auth-without-403": endpointsThat(
    (endpoint, { manifest }) => hasIdentityOfItsOwn(endpoint, manifest) && !declares(endpoint, 403, 404),
  ),
  "lint-401-without-www-authenticate": answersThat(({ expectation, request }, { manifest }) => {
    const kind = identityOf(request.identity, manifest)?.auth.kind;
    const isSchemeless = kind === "apiKey" || kind === "cookie";
    return isOnly(expectation.codes, 401) && !isSchemeless && denies(expectation, "WWW-Authenticate");
  }),
  "lint-enumeration-404-on-reset": answersThat(
    ({ expectation, request }) =>
      request.method === "POST" &&
      isOnly(expectation.codes, 404) &&
      /password|passwd/i.test(request.path) &&
      /reset|forgot|recover/i.test(request.path) &&
      // With an id or a token in its path, the 404 may be of that.
      request.params.length === 0,
  ),
};

/** Nothing is different but who asks. */
function isPlain({ when }: Expectation): boolean {
  if (when === undefined) return false;
  const { headers, query, path, body, rawBody, method } = when;
  const isChanged = [headers, query, path].some((change) => Object.keys(change).length > 0);
  return !isChanged && body === undefined && rawBody === undefined && method === undefined;
}

function takesCredentialsAway({ when }: Expectation): boolean {
  if (when === undefined) return false;
  return when.as === null || Object.entries(when.headers).some(([name, value]) => isAuthorization(name) && !value);
}

function isAuthorization(name: string): boolean {
  return name.toLowerCase() === "authorization";
}

/** Another identity than everybody's, with the same kind of credentials: what is different is what it may do. */
function hasIdentityOfItsOwn({ identity }: Endpoint, manifest: Manifest): boolean {
  const [ordinary] = manifest.identities;
  const own = identityOf(identity, manifest);
  if (ordinary === undefined || own === undefined || own === ordinary || isMeantToFail(own.name)) return false;
  return own.auth.kind === ordinary.auth.kind;
}

function identityOf(name: string | undefined, { identities }: Manifest): Identity | undefined {
  return identities.find((identity) => identity.name === name);
}
