import type { CaseResult } from "../../../result/result.ts";

/**
 * The codes in whose cells of the matrix a case stands, as patterns: the one that came, where it is right; else those that are
 * expected. The matrix may join some of these in one cell; the case is found in that one as well.
 */
export function codesOfCase(one: CaseResult): ReadonlyArray<string> {
  const patterns = one.expected.flatMap((pattern) => pattern.split("|")).map((pattern) => pattern.trim().toLowerCase());
  const last = one.attempts.at(-1);
  if (last?.response === undefined) return patterns;
  const came = String(last.response.status);
  const isRight = one.outcome === "passed" || one.outcome === "flaky" || last.status === "passed";
  const isOpen = patterns.filter((pattern) => pattern.endsWith("xx")).length > 1;
  if (last.status !== "errored" && patterns.some((pattern) => covers(pattern, came))) return [came];
  // Another code that is right as well: what was declared stays unproven, and this case is why.
  return isRight || isOpen || patterns.length === 0 ? [came, ...patterns] : patterns;
}

function covers(pattern: string, code: string): boolean {
  return pattern === code || pattern === `${code[0]}xx`;
}
