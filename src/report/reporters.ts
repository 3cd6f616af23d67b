import { renderConsole } from "./console/render-console.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderJson } from "./json.ts";
import { renderNdjson } from "./ndjson.ts";
import type { Reporter } from "./reporter.ts";

/** Every format a result can be drawn in, by the name that `--reporter` knows. */
export const reporters = {
  console: renderConsole,
  json: renderJson,
  ndjson: renderNdjson,
  html: renderHtml,
} as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
