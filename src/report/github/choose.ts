import { groupBy } from "../../result/group-by.ts";
import { counted } from "../common/words.ts";

/** Something to annotate, and what it is alike with. */
export interface Candidate {
  readonly kind: string;
}

/** What is shown, and how many more there are of its kind that are not. */
export interface Choice<Each> {
  readonly one: Each;
  readonly more: number;
}

/**
 * As many as there is room for: of each kind the first, then others in their order. Each kind that is cut short says so at its first one;
 * where there are more kinds than room, `rest` says how many are not told of at all.
 */
export function choose<Each extends Candidate>(
  all: ReadonlyArray<Each>,
  room: number,
): { readonly shown: ReadonlyArray<Choice<Each>>; readonly rest: string | undefined } {
  const kinds = [...groupBy(all, ({ kind }) => kind).values()];
  const isFew = kinds.length <= room;
  const firsts = kinds.slice(0, isFew ? room : room - 1).flatMap((alike) => alike.slice(0, 1));
  const kept = new Set(firsts);
  for (const one of isFew ? all : []) if (kept.size < room) kept.add(one);
  const shown = all
    .filter((one) => kept.has(one))
    .map((one) => {
      const alike = all.filter(({ kind }) => kind === one.kind);
      const more = firsts.includes(one) ? alike.filter((each) => !kept.has(each)).length : 0;
      return { one, more };
    });
  const told = new Set(firsts.map(({ kind }) => kind));
  const untold = all.filter(({ kind }) => !told.has(kind));
  const rest = isFew ? undefined : `${untold.length} more, of ${counted(kinds.length - firsts.length, "other kind")}`;
  return { shown, rest };
}
