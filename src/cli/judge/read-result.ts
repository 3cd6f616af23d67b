import { readFileSync } from "node:fs";
import { parseRunFile } from "../../result/parse-run-file.ts";
import type { Result } from "../../result/result.ts";
import { resultOf } from "../../result/result-of.ts";
import { guard } from "../guard.ts";
import { UsageError } from "../usage-error.ts";

/** The result that a run file holds; a UsageError where it cannot be read. */
export function readResult(file: string): Result {
  const { run, problems } = parseRunFile(guard(`read ${file}`, () => readFileSync(file, "utf8")));
  if (run === undefined) throw new UsageError(`${file}: ${problems[0]?.message ?? "it holds no run"}`);
  return resultOf(run);
}
