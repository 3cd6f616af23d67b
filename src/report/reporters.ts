import { renderConsole } from "./console/render-console.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderJson } from "./json.ts";
import { renderNdjson } from "./ndjson.ts";
import type { Reporter } from "./reporter.ts";

/** Every format a result can be drawn in, by the name that `--reporter` knows. */
export const reporters = {
  console: renderConsole,
  html: renderHtml,
  json: renderJson,
  ndjson: renderNdjson,
} as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
