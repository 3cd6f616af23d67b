import type { Run } from "../../src/result/model.ts";
import { encodeCase, encodeEnd, encodeHeader } from "../../src/result/ndjson.ts";

/** A whole run as its run file. */
export function encodeRun(run: Run): string {
  const { cases, durationMs, broken, ...rest } = run;
  return [
    encodeHeader({ ...rest, cases: cases.length }),
    ...cases.map((each, seq) => encodeCase(each, seq)),
    encodeEnd({ durationMs, lanes: run.lanes, ...(broken !== undefined && { broken }) }),
  ].join("");
}
