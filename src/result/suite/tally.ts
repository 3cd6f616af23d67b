import { groupBy } from "../group-by.ts";
import { listed } from "./listed.ts";
import type { Answer } from "./material.ts";

/** Answers by some key, the commonest first. */
export function tally(
  answers: ReadonlyArray<Answer>,
  keyOf: (answer: Answer) => string,
): ReadonlyArray<readonly [key: string, answers: ReadonlyArray<Answer>]> {
  const groups = groupBy(answers, keyOf);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** `404 (7), 410 (1)`. */
export function tallyWords(groups: ReturnType<typeof tally>): string {
  return listed(groups.map(([key, answers]) => `${key} (${answers.length})`));
}

/** What does not belong to the commonest group, where that one is too small a share of all. */
export function strays(groups: ReturnType<typeof tally>, share: number): ReadonlyArray<Answer> {
  const [first, ...others] = groups;
  const rest = others.flatMap(([, answers]) => answers);
  const most = first?.[1].length ?? 0;
  return most < share * (most + rest.length) ? rest : [];
}
