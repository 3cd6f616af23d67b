import { page } from "../http/reference.ts";
import { aboutFolderReporters, aboutReporters } from "./about-reporters.ts";

const intro =
  "`--reporter` of `newmanifest run` and `newmanifest report` takes one or several, with commas between them. Each is printed, or written to the " +
  "file after its `=`: `--reporter console,junit=junit.xml`.";

const own = `
## One's own

A module with a function as its default export, or as its export \`report\`, is a reporter: \`--reporter ./mine.js\`, or \`./mine.js=out.txt\`. It is
loaded before anything is sent, relative to the working directory, and gets the result (\`Result\` in the package's types) and the options. It
returns a string, or an iterable of strings where the report is long. \`suite.cases\` may come from a file: go through it once.

\`\`\`js
export default ({ suites }) => suites.map(({ suite, summary }) => \`\${suite}: \${summary.failed} failed\`).join("\\n");
\`\`\`

A reporter that fails is told of in a line and makes the exit code 2; the others are written all the same.

## What is wrong beside the cases

Alerts that failed, a run that broke, known deviations that are over or gone, and rules that a suite breaks as a whole are test cases of their own in
\`junit\`, \`ctrf\` and \`allure\`: where the run is red, so are they. A known deviation is skipped there (\`other\` in CTRF), with its reason.
`;

/** docs/reporters.md: made from the table. */
export function reporterPage(): string {
  const rows = Object.entries({ ...aboutReporters, ...aboutFolderReporters }).map(([name, about]) => [
    `\`${name}\``,
    about,
    name in aboutFolderReporters ? "a folder of files" : "one file",
  ]);
  return `${page("Reporters", intro, [["name", "what it is for", "what it writes"], ...rows])}${own}`;
}
