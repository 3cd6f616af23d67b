import { distance } from "fastest-levenshtein";

/** The known word that was probably meant; nothing when none is near. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  // A third of the letters may be wrong: more, and the suggestion is noise.
  const limit = Math.max(1, Math.floor(word.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least && candidate.toLowerCase() !== word.toLowerCase()) continue;
    const steps = candidate.toLowerCase() === word.toLowerCase() ? 0 : distance(word, candidate);
    if (steps >= least) continue;
    nearest = candidate;
    least = steps;
  }
  return nearest === word ? undefined : nearest;
}
