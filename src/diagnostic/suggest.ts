import { distance } from "fastest-levenshtein";

/** The known word that was probably meant; nothing when none is within so many steps. */
export function suggest(word: string, known: Iterable<string>, limit = defaultLimit(word)): string | undefined {
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (candidate === word) return undefined;
    const steps = stepsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (steps >= least) continue;
    nearest = candidate;
    least = steps;
  }
  return nearest;
}

/** A third of the letters may be wrong: more, and the suggestion is noise. Names of two letters are all alike. */
function defaultLimit({ length }: string): number {
  return length <= 2 ? 0 : Math.max(1, Math.floor(length / 3));
}

function stepsBetween(word: string, candidate: string): number {
  if (word === candidate) return 0;
  // Letters in another order are one slip, and so is a word that was not written to its end.
  if (word.length === candidate.length && sorted(word) === sorted(candidate)) return 1;
  if (word.length >= 3 && candidate.startsWith(word)) return 1;
  return distance(word, candidate);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
