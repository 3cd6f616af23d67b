import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Reporter } from "../report/reporter.ts";
import { UsageError } from "./usage-error.ts";

/** What may stand for a module rather than for a name. */
export function isModulePath(name: string): boolean {
  return /^[./]|\.m?js$/.test(name);
}

/** The reporter that a module exports, as its default or as `report`; paths are relative to the working directory. */
export async function loadReporter(path: string): Promise<Reporter> {
  const report = reportOf(await load(path));
  if (report !== undefined) return report;
  throw new UsageError(
    `the reporter ${path} exports no function: write \`export default (result, options) => "the report"\`, or export one named report`,
  );
}

async function load(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`cannot load the reporter ${path}: ${reason.split("\n")[0]}`, { cause });
  }
}

function reportOf(module: unknown): Reporter | undefined {
  if (typeof module !== "object" || module === null) return undefined;
  const exported: readonly unknown[] = ["default" in module && module.default, "report" in module && module.report];
  return exported.find(isReporter);
}

/** What it returns is looked at when it has. */
function isReporter(value: unknown): value is Reporter {
  return typeof value === "function";
}
