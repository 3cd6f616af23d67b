import { suggest } from "../../diagnostic/suggest.ts";
import type { headerLints } from "../../http/lints/header.ts";
import type { Expectation } from "../../manifest/model.ts";
import { denies, describesBody, headerOf, isOfClass, wants, wordsOf } from "../declared.ts";
import { answersThat, endpointsThat, ofAnswer, ofEndpoint, ofManifest } from "../each.ts";
import type { Finder, Finding, Suite } from "../finding.ts";
import { commonHeaders, isCommonHeader } from "../header-names.ts";

/** Headers that are expected or sent. */
export const headerFinders: Readonly<Record<keyof typeof headerLints, Finder>> = {
  "lint-content-type-missing": answersThat(
    ({ expectation }) => describesBody(expectation) && denies(expectation, "Content-Type"),
  ),
  "lint-cache-control-missing": (suite) => {
    const isSaid = suite.manifest.defaults.headers.some(({ name }) => name.toLowerCase() === "cache-control");
    const reads = suite.answers.filter(
      ({ expectation, request }) => request.method === "GET" && isOfClass(expectation.codes, 2),
    );
    const isWanted = isSaid || reads.some(({ expectation }) => headerOf(expectation, "Cache-Control") !== undefined);
    return isWanted ? [] : ofManifest(suite, reads.map(ofAnswer));
  },
  "lint-post-cacheable": answersThat(
    ({ expectation, request }) => ["POST", "PUT", "PATCH", "DELETE"].includes(request.method) && isKept(expectation),
  ),
  "lint-unknown-header-name": (suite) => namedHeaders(suite).flatMap(misspelt),
  "lint-x-header-new": (suite) => {
    const own = namedHeaders(suite).filter(({ name }) => /^x-/i.test(name) && !isCommonHeader(name));
    const first = new Map([...own].reverse().map((header) => [header.name.toLowerCase(), header]));
    return own.filter((header) => first.get(header.name.toLowerCase()) === header).map(blameHeader);
  },
  "lint-reason-phrase-asserted": answersThat(({ expectation: { response } }) =>
    /\bresponse\.status\b|\bresponse\.reason\s*\(|\bhave\.status\(\s*["'`]/.test(response.tests ?? ""),
  ),
  "lint-deprecated-without-sunset": endpointsThat((endpoint) => {
    const isSaid = /\bdeprecated\b/.test(wordsOf(endpoint));
    return isSaid && !endpoint.expect.some((entry) => wants(entry, "Deprecation") || wants(entry, "Sunset"));
  }),
};

/** `max-age` above nothing, or `public`. */
function isKept(expectation: Expectation): boolean {
  const header = headerOf(expectation, "Cache-Control");
  if (header?.kind !== "equals") return false;
  return /\b(?:s-maxage|max-age)=["]?0*[1-9]|\bpublic\b/i.test(header.value) && !/no-store/i.test(header.value);
}

/** A header that the manifest names, with what names it. */
interface NamedHeader {
  readonly name: string;
  readonly finding: Finding;
}

function namedHeaders(suite: Suite): ReadonlyArray<NamedHeader> {
  const sent = suite.manifest.endpoints.flatMap((endpoint) =>
    Object.keys(endpoint.headers).map((name) => ({ name, finding: ofEndpoint(endpoint) })),
  );
  const answered = suite.answers.flatMap((answer) => {
    const { when, response } = answer.expectation;
    const names = [...Object.keys(when?.headers ?? {}), ...response.headers.map(({ name }) => name)];
    return names.map((name) => ({ name, finding: ofAnswer(answer) }));
  });
  return [...sent, ...answered];
}

function blameHeader({ name, finding }: NamedHeader): Finding {
  return { ...finding, about: `${finding.about}, ${name}` };
}

function misspelt({ name, finding }: NamedHeader): ReadonlyArray<Finding> {
  if (isCommonHeader(name) || name.length < 6) return [];
  // A third of the letters, as for other words, would make Location of Duration.
  const nearest = suggest(name, commonHeaders, name.length < 8 ? 1 : 2);
  if (nearest === undefined || nearest.toLowerCase().startsWith(name.toLowerCase())) return [];
  return [{ ...finding, about: `${finding.about}, ${name} for ${nearest}` }];
}
