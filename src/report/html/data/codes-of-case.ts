import type { CaseResult } from "../../../result/result.ts";

/**
 * The codes in whose cells of the matrix a case stands, as patterns: the one that came, where it is right; else those that are
 * expected. The matrix may join some of these in one cell; the case is found in that one as well.
 */
export function codesOfCase(one: CaseResult): ReadonlyArray<string> {
  const patterns = one.expected.flatMap((pattern) => pattern.split("|")).map((pattern) => pattern.trim().toLowerCase());
  const status = one.attempts.at(-1)?.response?.status;
  if (status === undefined) return patterns;
  const came = String(status);
  const isRight = one.outcome === "passed" || one.outcome === "flaky" || one.attempts.at(-1)?.status === "passed";
  const isOpen = patterns.filter((pattern) => pattern.endsWith("xx")).length > 1;
  if (isRight || isOpen || patterns.length === 0 || patterns.some((pattern) => covers(pattern, came))) return [came];
  return patterns;
}

function covers(pattern: string, code: string): boolean {
  return pattern === code || pattern === `${code[0]}xx`;
}
