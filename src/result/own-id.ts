import type { CaseRun } from "./model.ts";

/** The id of a case as its suite calls it: where several suites ran together, the name of its own stands before it. */
export function ownId({ id, suite }: Pick<CaseRun, "id" | "suite">): string {
  return suite !== undefined && id.startsWith(`${suite}: `) ? id.slice(suite.length + 2) : id;
}
