import { encodeRun } from "../result/ndjson.ts";
import { renderConsole } from "./console/render-console.ts";
import { renderJson } from "./json.ts";
import type { Reporter } from "./reporter.ts";

/** Every format a run can be drawn in, by the name that `--reporter` knows. */
export const reporters = {
  console: renderConsole,
  json: renderJson,
  ndjson: (run) => encodeRun(run),
} as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
