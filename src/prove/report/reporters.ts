import { renderProofConsole } from "./console.ts";
import { renderProofHtml } from "./html.ts";
import { renderProofJson } from "./json.ts";
import { renderProofJUnit } from "./junit.ts";
import { renderProofMarkdown } from "./markdown.ts";
import type { ProofReporter } from "./proof-reporter.ts";

/** Every format a proof can be drawn in, by the name that `--reporter` knows. */
export const proofReporters = {
  console: renderProofConsole,
  json: renderProofJson,
  html: renderProofHtml,
  markdown: renderProofMarkdown,
  junit: renderProofJUnit,
} as const satisfies Record<string, ProofReporter>;
