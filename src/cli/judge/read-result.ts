import type { Result } from "../../result/result.ts";
import { resultOfParts } from "../../result/result-of.ts";
import type { RunFileProblem } from "../../result/run-file/index-run.ts";
import { runFileParts } from "../../result/run-file/run-file-parts.ts";
import { guard } from "../guard.ts";
import { UsageError } from "../usage-error.ts";

/**
 * The result that a run file holds, without its whole cases: they cannot be read any more. A UsageError where it cannot be read; what
 * is wrong with single lines is told.
 */
export function readResult(file: string, onProblem: (sentence: string) => void): Result {
  const tell = ({ line, message }: RunFileProblem): void => onProblem(`${file}:${line}: ${message}`);
  const { parts, problems, close } = guard(`read ${file}`, () => runFileParts(file, tell));
  try {
    if (parts.length === 0) throw new UsageError(`${file}: ${problems[0]?.message ?? "it holds no run"}`);
    for (const problem of problems) tell(problem);
    return resultOfParts(parts, { isPartial: true });
  } finally {
    close();
  }
}
