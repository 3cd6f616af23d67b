/** What each reporter is for, by the name that `--reporter` knows: help and docs are made of it, and load no reporter. */
export const aboutReporters = {
  console: "for a terminal",
  json: "the result with all that is computed from it, as one JSON object",
  ndjson: "a run file, which `newmanifest report` reads again",
  html: "one page for a browser, with all that failed, to click through",
  junit: "JUnit XML, for Jenkins, GitLab and most CI services",
  ctrf: "Common Test Report Format (ctrf.io), JSON",
  markdown: "for a comment at a pull request: 65,000 bytes at most",
  github: "annotations for GitHub Actions, and the summary of the job where $GITHUB_STEP_SUMMARY is set",
  openmetrics: "metrics for Prometheus: scraped, as a textfile, or pushed",
  har: "the requests of failed cases, to look at and to send again (HAR 1.2)",
} as const satisfies Record<string, string>;

/** The same of those that write a folder. */
export const aboutFolderReporters = {
  allure: "results for an Allure report, in the folder allure-results where no other is given",
} as const satisfies Record<string, string>;

/** What the option takes. */
export const reporterListHelp = `${[...Object.keys(aboutReporters), ...Object.keys(aboutFolderReporters)].join(", ")}, each with =FILE to write it there; or ./mine.js`;

/** A line for each of them, for --help. */
export function reporterHelp(): string {
  const all = Object.entries({ ...aboutReporters, ...aboutFolderReporters });
  const lines = all.map(([name, about]) => `  ${name.padEnd(13)} ${about}`);
  return [
    "",
    "Reporters:",
    ...lines,
    "  ./mine.js     your own: a module that exports a function, report(result, options)",
  ].join("\n");
}
