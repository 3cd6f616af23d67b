import type { successLints } from "../../http/lints/success.ts";
import { methods } from "../../http/methods.ts";
import type { Endpoint } from "../../manifest/model.ts";
import { shapeOf } from "../../plan/items.ts";
import { ruleLevel } from "../../plan/rule-level.ts";
import { declares, denies, describesBody, isItemPath, isOnly, names, onlyRedirects, segmentsOf } from "../declared.ts";
import { answersThat, endpointsThat } from "../each.ts";
import type { Finder, Suite } from "../finding.ts";

const safe: ReadonlySet<string> = new Set(
  Object.entries(methods)
    .filter(([, { isSafe }]) => isSafe)
    .map(([name]) => name),
);

/** Successes that do not fit the request. */
export const successFinders: Readonly<Record<keyof typeof successLints, Finder>> = {
  "lint-success-200-for-create": endpointsThat(
    (endpoint, suite) => isCreate(endpoint, suite) && declares(endpoint, 200) && !declares(endpoint, 201, 202),
  ),
  "lint-201-without-location": answersThat(({ expectation, request, endpoint }, { manifest }) => {
    if (request.method !== "POST" || !isOnly(expectation.codes, 201) || !denies(expectation, "Location")) return false;
    return ruleLevel("201-location-present", { manifest, rules: endpoint?.rules ?? {} }) === "error";
  }),
  "lint-201-on-safe-method": answersThat(
    ({ expectation, request }) => safe.has(request.method) && names(expectation, 201),
  ),
  "lint-200-delete-no-body": answersThat(
    ({ expectation, endpoint }) =>
      endpoint?.method === "DELETE" &&
      isOnly(expectation.codes, 200) &&
      !expectation.when &&
      !describesBody(expectation),
  ),
  "lint-204-with-body": answersThat(({ expectation, request }) => {
    const isBodiless = isOnly(expectation.codes, 204, 205, 304) || request.method === "HEAD";
    const isHeadStill = expectation.when?.method === undefined;
    return isBodiless && isHeadStill && describesBody(expectation);
  }),
  "lint-get-204": answersThat(({ expectation, request }) => request.method === "GET" && names(expectation, 204)),
  "lint-202-without-monitor": answersThat(({ expectation, request, step }, { index }) => {
    const isFollowed = Object.keys(step?.save ?? {}).length > 0 || index.gets.has(request.id);
    const isSilent = !describesBody(expectation) && expectation.response.headers.length === 0;
    return isOnly(expectation.codes, 202) && isSilent && !isFollowed;
  }),
  "lint-207-without-item-schema": answersThat(
    ({ expectation }) => isOnly(expectation.codes, 207) && !describesBody(expectation),
  ),
  "lint-batch-without-207": endpointsThat((endpoint) => {
    const isBatch = segmentsOf(endpoint).some((segment) => /^(?:batch|bulk)$/i.test(segment));
    return isBatch && !safe.has(endpoint.method) && !onlyRedirects(endpoint) && !declares(endpoint, 207, 202);
  }),
  "lint-delete-201": answersThat(({ expectation, request }) => request.method === "DELETE" && names(expectation, 201)),
  "lint-put-202-204-only": endpointsThat((endpoint, { index }) => {
    if (endpoint.method !== "PUT" || !isItemPath(endpoint) || declares(endpoint, 201)) return false;
    const collection = shapeOf(endpoint.path).replace(/\/\{\}$/, "");
    return index.methods.get(collection)?.has("POST") !== true && endpoint.params.at(-1)?.source.kind !== "created";
  }),
};

/** `POST /books`, where there is a `/books/{id}`. */
export function isCreate({ method, path }: Endpoint, { index }: Suite): boolean {
  return method === "POST" && index.methods.has(`${shapeOf(path)}/{}`);
}
