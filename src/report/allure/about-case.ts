import { statusLine } from "../../http/statuses.ts";
import type { Attempt } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { warningsOf } from "../common/checks.ts";
import { suiteName } from "../common/troubles.ts";
import { expectation, placeText } from "../common/words.ts";

export interface Label {
  readonly name: string;
  readonly value: string;
}

/** What Allure sorts by: suites, behaviours (a feature is an endpoint) and tags. */
export function labelsOf(one: CaseResult, suite: SuiteResult): ReadonlyArray<Label> {
  const tags = [
    one.origin,
    ...(one.edge === undefined ? [] : [one.edge]),
    ...(one.change === undefined ? [] : [one.change]),
    ...(one.outcome === "unproven" || one.outcome === "inconclusive" ? [one.outcome] : []),
    ...(warningsOf(one).length === 0 ? [] : ["warning"]),
  ];
  return [
    { name: "parentSuite", value: suiteName(suite) },
    { name: "suite", value: one.group },
    { name: "epic", value: suite.suite },
    { name: "feature", value: one.endpoint },
    { name: "story", value: one.expected.join(" or ") },
    { name: "framework", value: "newmanifest" },
    ...tags.map((value) => ({ name: "tag", value })),
  ];
}

/** The sections of the RFCs that its source names. */
export function linksOf({ source }: CaseResult) {
  const found = [...source.matchAll(/RFC (\d{1,5})(?:, (\d{1,2}(?:\.\d{1,2}){0,4}))?/g)];
  return found.map(([name, rfc = "", section]) => ({
    name,
    type: "link",
    url: `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? "" : `#section-${section}`}`,
  }));
}

/** What differs from run to run is excluded from what makes a test itself. */
export function parametersOf(one: CaseResult, attempt: Attempt | undefined) {
  const { request, response } = attempt ?? {};
  return [
    ...(one.expected.length === 0 ? [] : [{ name: "expected", value: expectation(one.expected) }]),
    { name: "manifest", value: placeText(one.manifest), excluded: true },
    ...(request ? [{ name: "url", value: `${request.method} ${request.url}`, excluded: true }] : []),
    ...(response ? [{ name: "got", value: statusLine(response.status), excluded: true }] : []),
  ];
}
