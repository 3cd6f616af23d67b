import type { failureLints } from "../../http/lints/failure.ts";
import type { Expectation, Json } from "../../manifest/model.ts";
import { shapeOf } from "../../plan/items.ts";
import { isOfClass, isOnly, names, wordsOf } from "../declared.ts";
import { answersThat, ofAnswer, ofManifest } from "../each.ts";
import type { Finder } from "../finding.ts";

const money =
  /pa(?:y|id)|checkout|order|bill|subscri|purchas|invoice|plan|quota|credit|charge|card|cart|price|premium|trial|licen[cs]e|donat/;
const upstream = /upstream|gateway|backend|downstream|proxy|dependency/;

/** Failures with a code that says something else. */
export const failureFinders: Readonly<Record<keyof typeof failureLints, Finder>> = {
  "lint-500-for-client-error": answersThat(
    ({ expectation }) => isOnly(expectation.codes, 500) && isClientsFault(expectation),
  ),
  "lint-400-for-everything": (suite) => {
    const failures = suite.answers.filter(({ expectation }) => isOfClass(expectation.codes, 4));
    const isAlways400 = failures.every(({ expectation }) => expectation.codes.text === "400");
    return isAlways400 && failures.length >= 3 ? ofManifest(suite, failures.map(ofAnswer)) : [];
  },
  "lint-402-outside-payment": answersThat(
    ({ expectation, request, endpoint }) =>
      names(expectation, 402) && !money.test(`${wordsOf(endpoint ?? request)} ${wordsOfEntry(expectation)}`),
  ),
  "lint-405-declared-per-operation": answersThat(({ expectation, request }, { index }) => {
    const method = expectation.when?.method;
    if (method === undefined || !isOnly(expectation.codes, 405)) return false;
    return index.methods.get(shapeOf(request.path))?.has(method) === true;
  }),
  "lint-408-for-upstream": answersThat(
    ({ expectation, request, endpoint }) =>
      isOnly(expectation.codes, 408) && upstream.test(`${wordsOf(endpoint ?? request)} ${wordsOfEntry(expectation)}`),
  ),
  "lint-410-without-gone-example": answersThat(
    ({ expectation, request, endpoint }, { index }) =>
      endpoint !== undefined &&
      isOnly(expectation.codes, 410) &&
      expectation.when === undefined &&
      index.methods.get(shapeOf(request.path))?.has("DELETE") !== true,
  ),
  "lint-412-vs-409": answersThat(({ expectation }, { manifest }) => {
    const sent = Object.keys(expectation.when?.headers ?? {}).map((name) => name.toLowerCase());
    return isOnly(expectation.codes, 409) && sent.includes("if-match") && manifest.policy.stale !== "409";
  }),
};

/**
 * A field left out, a broken body, no credentials: no server can be to blame. Any value that is merely different may be the
 * switch of a simulation.
 */
function isClientsFault({ when }: Expectation): boolean {
  if (when === undefined) return false;
  const isFieldGone = isMap(when.body) && Object.values(when.body).includes(null);
  return when.rawBody !== undefined || when.as !== undefined || isFieldGone;
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The name of the entry and what its `when` says. */
function wordsOfEntry({ name = "", when }: Expectation): string {
  return `${name} ${JSON.stringify(when ?? {})}`.toLowerCase();
}
