import type { Result, SuiteResult } from "../../result/result.ts";
import { counted } from "../console/words.ts";

/** What the result comes to: the word at the top of the page. */
export interface Verdict {
  readonly state: "passed" | "failed" | "broken";
  readonly headline: string;
}

export function verdictOf(result: Result): Verdict {
  const { summary, broken, alerts, suites, baseline } = result;
  const known = baseline?.known ?? 0;
  const failures = [
    [summary.failed - known, "case failed", "cases failed"],
    [summary.errored, "case errored", "cases errored"],
    [alerts.filter(({ state }) => state === "failed").length, "alert failed", "alerts failed"],
    [
      suites.flatMap(({ findings }) => findings).filter(({ level }) => level === "error").length,
      "rule of the suite broken",
      "rules of the suite broken",
    ],
    [suites.reduce((sum, suite) => sum + unproved(suite), 0), "case proves nothing", "cases prove nothing"],
    [baseline?.expired.length ?? 0, "known deviation expired", "known deviations expired"],
  ] as const;
  const said = failures.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  if (broken.length > 0) return { state: "broken", headline: "The run broke" };
  if (said.length > 0)
    return { state: summary.errored > 0 ? "broken" : "failed", headline: said.slice(0, 2).join(", ") };
  return { state: "passed", headline: praise(result) };
}

function praise({ summary, baseline }: Result): string {
  if (summary.cases === 0) return "Nothing was run";
  if (summary.passed === summary.cases) return "All proven";
  return baseline && baseline.known > 0 ? "Nothing failed that is not known" : "Nothing failed";
}

/** What rests on a case that was left out on purpose is left out with it; anything else inconclusive must not look green. */
function unproved({ outline }: SuiteResult): number {
  const became = new Map(outline.map(({ id, outcome }) => [id, outcome]));
  const open = outline
    .filter(({ outcome }) => outcome === "inconclusive")
    .map(({ because = "" }) => became.get(because));
  return open.filter((root) => root !== "skipped" && root !== "unproven").length;
}
