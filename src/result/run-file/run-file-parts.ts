import type { SuiteHead } from "../model.ts";
import type { SuitePart } from "../part.ts";
import { type Bytes, bytesOfFile } from "./bytes.ts";
import { type CaseEntry, indexRun, type RunFileProblem, type RunIndex } from "./index-run.ts";
import { readCase } from "./read-line.ts";
import { wholeness } from "./wholeness.ts";

/** A run file whose cases are read as they are asked for. */
export interface RunFileParts {
  /** One for each suite that ran. Empty: this is no run file. */
  readonly parts: ReadonlyArray<SuitePart>;
  readonly problems: ReadonlyArray<RunFileProblem>;
  readonly close: () => void;
}

/** Looks through a run file of any size. `onProblem` is told of a case that turns out not to be readable. Throws what node:fs throws. */
export function runFileParts(name: string, onProblem: (problem: RunFileProblem) => void): RunFileParts {
  const bytes = bytesOfFile(name);
  const index = indexRun(bytes);
  if ("message" in index) {
    bytes.close();
    return { parts: [], problems: [index], close: () => {} };
  }
  const read = createReader(bytes, onProblem);
  const heads = index.header.suites ?? [index.header];
  const parts = heads.map((head) => {
    const own = index.header.suites ? index.entries.filter(({ suite }) => suite === head.suite) : index.entries;
    return partOf(index, head, { entries: own, read });
  });
  return { parts, problems: index.problems, close: bytes.close };
}

type Read = (entry: CaseEntry) => ReturnType<SuitePart["read"]>;

/** A case that cannot be read is said once, however often it is asked for. */
function createReader(bytes: Bytes, onProblem: (problem: RunFileProblem) => void): Read {
  const said = new Set<number>();
  return ({ line, offset, length }) => {
    const one = readCase(bytes.read(offset, length).toString("utf8"));
    if (typeof one !== "string") return one;
    if (!said.has(line)) onProblem({ line, message: one });
    said.add(line);
    return undefined;
  };
}

function partOf(
  index: RunIndex,
  { suite, environment, baseUrl, levels, planned, alerts, isPartial }: SuiteHead,
  { entries, read }: { readonly entries: ReadonlyArray<CaseEntry>; readonly read: Read },
): SuitePart {
  const { startedAt, shard } = index.header;
  const { durationMs, ...whole } = wholeness(index, { cases: index.entries.length, attemptsMs: 0 });
  return {
    suite,
    environment,
    baseUrl,
    ...(levels && { levels }),
    ...(planned !== undefined && { planned }),
    ...(alerts && { alerts }),
    ...(isPartial && { isPartial }),
    startedAt,
    ...(shard && { shard }),
    ...whole,
    // A killed run did not say how long it took.
    ...(index.end && { durationMs }),
    entries,
    read: (at) => {
      const entry = entries[at];
      return entry && read(entry);
    },
  };
}
