import type { Lint } from "../lint.ts";
import { type LintId, lints } from "../lints.ts";
import { page, row } from "./page.ts";

/** What a lint finds in a manifest, what to do about it, and why. */
export function explainLint(id: LintId): string {
  const lint: Lint = lints[id];
  return page(id, [
    row("finds", lint.finds),
    row("level", lint.level),
    row("remedy", lint.fix),
    row("why", lint.why),
    row("trap", lint.trap),
    row("source", lint.source),
    row("switch", `newmanifest lint --rule ${id}=off, or rules: { ${id}: off } of the suite or an endpoint`),
  ]);
}
