import type { CaseResult, Result, SuiteResult } from "../../result/result.ts";
import { reasonsOf } from "../common/reasons.ts";
import { suiteName, troublesOf } from "../common/troubles.ts";
import { openTag, writeElement, type XmlElement, xmlHead } from "../xml.ts";
import { caseElement } from "./case-element.ts";
import { type Counts, countCases, countTroubles, seconds, sumOf } from "./counts.ts";
import { createNames } from "./names.ts";
import { stretchesOf } from "./stretches.ts";
import { troubleElement } from "./trouble-element.ts";

/**
 * The result for whoever reads JUnit XML. Valid against the schema of Jenkins' xunit plugin (junit-10.xsd), and each of its test suites
 * against that of Maven Surefire 3.0, which knows neither `testsuites` nor files, lines and timestamps.
 *
 * A test suite is a group of a suite: GitHub's actions list test suites with their counts, and what belongs together stands together.
 * A class is an endpoint: Jenkins makes packages and classes of `suite.endpoint`, whatever the test suites are, and GitLab shows the
 * class beside the name. What is wrong beside the cases is a test suite of its own, or a red run could look green.
 */
export function* renderJunit(result: Result): Generator<string> {
  const troubles = troublesOf(result);
  const beside = countTroubles(troubles);
  const all = sumOf([beside, ...result.suites.map(({ outline }) => countCases(outline))]);
  const { tests, failures, errors } = all;
  const time = seconds(result.durationMs);
  yield `${xmlHead}${openTag("testsuites", { name: "newmanifest", time, tests, failures, errors })}\n`;
  const names = createNames();
  if (troubles.length > 0) {
    const cases = troubles.map((trouble) => troubleElement(trouble, names.caseName));
    yield* testSuite(names.suiteName("the run as a whole"), beside, cases);
  }
  for (const suite of result.suites) yield* suitePieces(suite, names);
  yield "</testsuites>\n";
}

function* suitePieces(suite: SuiteResult, names: ReturnType<typeof createNames>): Generator<string> {
  const reasonOf = reasonsOf(suite);
  const cases = suite.cases[Symbol.iterator]();
  for (const stretch of stretchesOf(suite.outline)) {
    const name = names.suiteName(`${suiteName(suite)}: ${stretch.group}`);
    const own = taken(cases, stretch.cases.length, (one) =>
      caseElement(one, { suite, reasonOf, nameOf: names.caseName }),
    );
    yield* testSuite(name, countCases(stretch.cases), own);
  }
}

function* testSuite(name: string, { timeMs, ...counts }: Counts, cases: Iterable<XmlElement>): Generator<string> {
  yield `  ${openTag("testsuite", { name, time: seconds(timeMs), ...counts })}\n`;
  for (const one of cases) yield `${writeElement(one, "    ")}\n`;
  yield "  </testsuite>\n";
}

/** The next so many of the cases, which may come from a file and are there only once. */
function* taken(
  cases: Iterator<CaseResult>,
  count: number,
  elementOf: (one: CaseResult) => XmlElement,
): Generator<XmlElement> {
  for (let index = 0; index < count; index++) {
    const next = cases.next();
    if (next.done) return;
    yield elementOf(next.value);
  }
}
