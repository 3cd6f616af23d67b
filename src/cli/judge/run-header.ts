import type { Run, SuiteHead } from "../../result/model.ts";
import { bytesOfFile } from "../../result/run-file/bytes.ts";
import { linesOf } from "../../result/run-file/lines.ts";
import { readHeader } from "../../result/run-file/read-line.ts";
import { guard } from "../guard.ts";
import { UsageError } from "../usage-error.ts";

/** What the first line of a run file says. */
export interface RunFileHeader extends Pick<Run, "startedAt" | "shard"> {
  readonly suites: ReadonlyArray<Pick<SuiteHead, "suite" | "environment">>;
}

/** Reads the first line of a run file, and not the rest; a UsageError where it is none. */
export function readRunHeader(file: string): RunFileHeader {
  const header = readHeader(guard(`read ${file}`, () => firstLine(file)));
  if (typeof header === "string") throw new UsageError(header);
  const { startedAt, shard, suites = [header] } = header;
  if (Number.isNaN(Date.parse(startedAt))) throw new UsageError("nobody knows when it began");
  const heads = suites.map(({ suite, environment }) => ({ suite, environment }));
  return { startedAt, suites: heads, ...(shard && { shard }) };
}

function firstLine(file: string): string {
  const bytes = bytesOfFile(file);
  try {
    for (const line of linesOf(bytes)) return line.bytes.toString("utf8");
    return "";
  } finally {
    bytes.close();
  }
}
