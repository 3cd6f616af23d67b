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
    // Nothing is left of a run that was made again as a whole: how it ended is no matter.
    parts: parts.filter(({ entries }, part) => left.has(part) || entries.length === 0),
  };
}
