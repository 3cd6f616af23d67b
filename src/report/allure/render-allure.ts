import type { Result, SuiteResult } from "../../result/result.ts";
import { reasonsOf } from "../common/reasons.ts";
import { troublesOf } from "../common/troubles.ts";
import type { FolderReporter } from "../reporter.ts";
import { caseFiles } from "./case-files.ts";
import { categories } from "./categories.ts";
import { environmentProperties } from "./environment.ts";
import type { ReportFile } from "./report-file.ts";
import { troubleFile } from "./trouble-file.ts";

/** The results of an Allure report (`allure generate`): a file for each time a case was sent, and what was sent and came beside it. */
export const renderAllure: FolderReporter = function* (result: Result) {
  yield { name: "environment.properties", text: environmentProperties(result) };
  yield { name: "categories.json", text: `${JSON.stringify(categories, null, 2)}\n` };
  for (const trouble of troublesOf(result)) yield troubleFile(trouble, result);
  for (const suite of result.suites) yield* suiteFiles(suite);
};

function* suiteFiles(suite: SuiteResult): Generator<ReportFile> {
  const reasonOf = reasonsOf(suite);
  for (const one of suite.cases) yield* caseFiles(one, { suite, reason: reasonOf(one) });
}
