import type { CaseRun } from "../model.ts";

/** `400|422` -> `400`, `422`. */
export function patternsOf({ expected }: CaseRun): ReadonlyArray<string> {
  return expected.flatMap((text) => text.split("|")).map((pattern) => pattern.trim().toLowerCase());
}

/** Whether the code is one of the patterns, or of a class among them. */
export function fits(code: number, patterns: Iterable<string>): boolean {
  const names = [String(code), `${Math.floor(code / 100)}xx`];
  for (const pattern of patterns) if (names.includes(pattern)) return true;
  return false;
}
