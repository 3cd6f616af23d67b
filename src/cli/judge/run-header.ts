import { closeSync, openSync, readSync } from "node:fs";
import type { Run, SuiteHead } from "../../result/model.ts";
import { parseRunFile } from "../../result/parse-run-file.ts";
import { guard } from "../guard.ts";
import { UsageError } from "../usage-error.ts";

/** What the first line of a run file says. */
export interface RunFileHeader extends Pick<Run, "startedAt" | "shard"> {
  readonly suites: ReadonlyArray<Pick<SuiteHead, "suite" | "environment">>;
}

/** Reads the first line of a run file, and nothing of the rest; a UsageError where it is none. */
export function readHeader(file: string): RunFileHeader {
  const { run, problems } = parseRunFile(guard(`read ${file}`, () => firstLine(file)));
  if (run === undefined) throw new UsageError(problems[0]?.message ?? "it holds no run");
  const { startedAt, shard, suites = [run] } = run;
  if (Number.isNaN(Date.parse(startedAt))) throw new UsageError("nobody knows when it began");
  const heads = suites.map(({ suite, environment }) => ({ suite, environment }));
  return { startedAt, suites: heads, ...(shard && { shard }) };
}

/** Longer than any first line that a run writes. */
const mostBytes = 4_000_000;

function firstLine(name: string): string {
  const file = openSync(name, "r");
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size < mostBytes; ) {
      const chunk = Buffer.alloc(65_536);
      const read = readSync(file, chunk);
      size += read;
      const end = chunk.subarray(0, read).indexOf("\n");
      chunks.push(chunk.subarray(0, end === -1 ? read : end));
      if (read === 0 || end !== -1) break;
    }
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    closeSync(file);
  }
}
