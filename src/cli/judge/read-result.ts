import type { Result } from "../../result/result.ts";
import { resultOfParts } from "../../result/result-of.ts";
import { runFileParts } from "../../result/run-file/run-file-parts.ts";
import { guard } from "../guard.ts";
import { UsageError } from "../usage-error.ts";

/** The result that a run file holds, without its whole cases: they cannot be read any more. A UsageError where it cannot be read. */
export function readResult(file: string): Result {
  const { parts, problems, close } = guard(`read ${file}`, () => runFileParts(file, () => {}));
  try {
    if (parts.length === 0) throw new UsageError(`${file}: ${problems[0]?.message ?? "it holds no run"}`);
    return resultOfParts(parts, { isPartial: true });
  } finally {
    close();
  }
}
