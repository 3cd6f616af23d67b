import type { aboutFolderReporters, aboutReporters } from "./about-reporters.ts";
import { renderAllure } from "./allure/render-allure.ts";
import { renderConsole } from "./console/render-console.ts";
import { renderCtrf } from "./ctrf/render-ctrf.ts";
import { renderGithub } from "./github/render-github.ts";
import { renderHar } from "./har/render-har.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit/render-junit.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { renderNdjson } from "./ndjson.ts";
import { renderOpenMetrics } from "./openmetrics/render-openmetrics.ts";
import type { FolderReporter, Reporter } from "./reporter.ts";

/** Every format a result can be drawn in, by the name that `--reporter` knows. */
export const reporters = {
  console: renderConsole,
  json: renderJson,
  ndjson: renderNdjson,
  html: renderHtml,
  junit: renderJunit,
  ctrf: renderCtrf,
  markdown: renderMarkdown,
  github: renderGithub,
  openmetrics: renderOpenMetrics,
  har: renderHar,
} as const satisfies Record<keyof typeof aboutReporters, Reporter>;

export type ReporterName = keyof typeof reporters;

/** The formats that are a folder of files. */
export const folderReporters = {
  allure: renderAllure,
} as const satisfies Record<keyof typeof aboutFolderReporters, FolderReporter>;
