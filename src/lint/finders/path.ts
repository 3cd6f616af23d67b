import type { pathLints } from "../../http/lints/path.ts";
import type { Endpoint } from "../../manifest/model.ts";
import { shapeOf } from "../../plan/items.ts";
import { isItemPath, isOfClass } from "../declared.ts";
import { answersThat, endpointsThat } from "../each.ts";
import type { Finder, Suite } from "../finding.ts";

const paging = /limit|page|cursor|offset|size|count|first|after|before|top|skip|take|max/i;

/** Paths, and lists behind them. */
export const pathFinders: Readonly<Record<keyof typeof pathLints, Finder>> = {
  "lint-path-trailing-slash": endpointsThat(
    ({ path }) => path.includes("//") || (path.length > 1 && path.endsWith("/")),
  ),
  "lint-ambiguous-paths": endpointsThat((endpoint, { index }) => {
    const head = shapeOf(endpoint.path).replace(/\/[^/{}]+$/, "");
    return head !== shapeOf(endpoint.path) && index.methods.get(`${head}/{}`)?.has(endpoint.method) === true;
  }),
  "lint-list-without-pagination": endpointsThat(
    (endpoint, suite) => isList(endpoint, suite) && !Object.keys(endpoint.query).some((name) => paging.test(name)),
  ),
  "lint-top-level-array": answersThat(
    ({ expectation: { codes, response }, request }) =>
      request.method === "GET" && isOfClass(codes, 2) && Array.isArray(response.body),
  ),
};

/** `GET /books`, where there is a `/books/{id}`. */
function isList(endpoint: Endpoint, { index }: Suite): boolean {
  return endpoint.method === "GET" && !isItemPath(endpoint) && index.methods.has(`${shapeOf(endpoint.path)}/{}`);
}
