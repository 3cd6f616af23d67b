import type { CaseRun } from "./model.ts";
import type { SuitePart } from "./part.ts";

/** The cases of several runs of one suite, each once. */
export interface MergedCases {
  readonly size: number;
  readonly idOf: (at: number) => string;
  /** undefined: it cannot be read, and that was said. */
  readonly read: (at: number) => CaseRun | undefined;
  /** The parts that a case is left of, in the order in which they started. */
  readonly parts: ReadonlyArray<SuitePart>;
}

interface Place {
  readonly part: number;
  readonly index: number;
  readonly seq: number;
}

/** Brings runs of one suite together, in plan order. Where several have a case, the one that started last counts. */
export function mergeParts(given: ReadonlyArray<SuitePart>): MergedCases {
  const parts = given.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const places = new Map<string, Place>();
  for (const [part, { entries }] of parts.entries()) {
    for (const [index, { id, seq }] of entries.entries()) places.set(id, { part, index, seq });
  }
  const ordered = [...places.values()].sort((a, b) => a.seq - b.seq || a.part - b.part);
  places.clear();
  // There may be very many.
  const partOf = Uint32Array.from(ordered, ({ part }) => part);
  const indexOf = Uint32Array.from(ordered, ({ index }) => index);
  const left = new Set(partOf);
  return {
    size: partOf.length,
    idOf: (at) => parts[partOf[at] ?? -1]?.entries[indexOf[at] ?? -1]?.id ?? "",
    read: (at) => parts[partOf[at] ?? -1]?.read(indexOf[at] ?? -1),
    // How a run ended is no matter where nothing of it is left, as it was made again as a whole.
    parts: parts.filter(
      (part, at) => left.has(at) || !parts.some((other, later) => later > at && isAgain(part, other)),
    ),
  };
}

/** Whether all that a run was to do was done again by a later one: one of only some cases leaves out what never came. */
function isAgain({ shard }: SuitePart, later: SuitePart): boolean {
  if (later.isPartial) return false;
  return later.shard === undefined || (later.shard.index === shard?.index && later.shard.of === shard.of);
}
