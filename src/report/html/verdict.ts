import { exitCodeOf, exitCodes, isLeftOut } from "../../result/exit-code.ts";
import type { Result, SuiteResult } from "../../result/result.ts";
import { counted } from "../common/words.ts";

/** What the result comes to: the word at the top of the page. */
export interface Verdict {
  readonly state: "passed" | "failed" | "broken";
  readonly headline: string;
}

export function verdictOf(result: Result): Verdict {
  const { summary, broken, alerts, suites, baseline } = result;
  const failures = [
    [summary.failed - (baseline?.known ?? 0), "case failed", "cases failed"],
    [summary.errored, "case errored", "cases errored"],
    [alerts.filter(({ state }) => state === "failed").length, "alert failed", "alerts failed"],
    [brokenRules(suites), "rule of the suite broken", "rules of the suite broken"],
    [suites.reduce((sum, suite) => sum + unproved(suite), 0), "case proves nothing", "cases prove nothing"],
    [baseline?.expired.length ?? 0, "known deviation expired", "known deviations expired"],
    [baseline?.gone.length ?? 0, "known deviation gone", "known deviations gone"],
  ] as const;
  const code = exitCodeOf(result);
  if (code === exitCodes.proven) return { state: "passed", headline: praise(result) };
  const said = failures.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  const headline = broken.length > 0 || said.length === 0 ? "The run broke" : said.slice(0, 2).join(", ");
  return { state: code === exitCodes.broken ? "broken" : "failed", headline };
}

function brokenRules(suites: Result["suites"]): number {
  const findings = suites.flatMap((suite) => suite.findings);
  return findings.filter(({ level, known }) => level === "error" && known === undefined).length;
}

function praise({ summary, baseline }: Result): string {
  if (summary.cases === 0) return "Nothing was run";
  if (summary.passed === summary.cases) return "All proven";
  return baseline && baseline.known > 0 ? "Nothing failed that is not known" : "Nothing failed";
}

function unproved({ outline }: SuiteResult): number {
  const byId = new Map(outline.map((one) => [one.id, one]));
  return outline.filter(({ outcome, because = "" }) => outcome === "inconclusive" && !isLeftOut(byId.get(because)))
    .length;
}
