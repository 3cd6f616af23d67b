import { requestFile } from "../../src/collection/request.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case } from "../../src/plan/model.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** What an edge sends at the endpoints of a manifest, a line each: method, URL, headers and body as they stand in the collection. */
export function sentBy(edge: string, manifest: string): ReadonlyArray<string> {
  const text = `baseUrl: http://localhost:1\nprofile: minimal\nedges: [${edge}]\n${manifest}`;
  const cases = casesOf(expandPlan(manifestOf(text))).filter((one) => one.edge === edge);
  return cases.map(lineOf);
}

function lineOf({ title, request, before }: Case): string {
  if (request === undefined) return `${title}: nothing`;
  const { url, method, header } = requestFile(request, "");
  const body = request.body === undefined ? [] : [bodyOf(request.body)];
  return [
    `${title}:`,
    method,
    url.raw.replace("{{baseUrl}}", ""),
    ...(header ?? []).map(({ key, value }) => `[${key}: ${value}]`),
    ...request.omittedHeaders.map((name) => `[no ${name}]`),
    ...body,
    ...(before === undefined ? [] : [JSON.stringify(before)]),
  ].join(" ");
}

function bodyOf(body: NonNullable<NonNullable<Case["request"]>["body"]>): string {
  if (body.kind === "form") return body.fields.map(([name, value]) => `${name}=${value}`).join("&");
  return body.kind === "text" ? body.text.replace(/\s+/g, " ") : JSON.stringify(body.parts);
}
