import type { Result } from "../../../result/result.ts";
import { counted, duration } from "../../common/words.ts";
import { marks } from "../marks.ts";
import { verdictOf } from "../verdict.ts";
import { outcomes } from "./chart.ts";

/** In the order in which they matter: what passed comes last. */
const [passed, ...others] = outcomes;
const outcomeOrder = [...others, passed];

/** The top of the page: what ran, what it came to, and what is wrong beside the cases. */
export function summaryView(result: Result) {
  const { summary, alerts, baseline, suites } = result;
  const order = { failed: 0, unknown: 1, kept: 2 } as const;
  return {
    name: suites.map(({ suite }) => suite).join(", ") || "No suite",
    verdict: verdictOf(result),
    facts: factsOf(result),
    totals: outcomeOrder
      .map((outcome) => ({ outcome, mark: marks[outcome], count: summary[outcome] }))
      .filter(({ count, outcome }) => count > 0 || outcome === "failed" || outcome === "passed"),
    warnings: summary.checks.warned,
    warningWord: summary.checks.warned === 1 ? "warning" : "warnings",
    warningMark: marks.warning,
    broken: result.broken,
    alerts: alerts
      .toSorted((a, b) => order[a.state] - order[b.state])
      .map(({ state, message, suite, environment }) => ({
        state,
        mark: { failed: marks.failed, unknown: marks.inconclusive, kept: marks.passed }[state],
        message,
        // The message names the endpoint.
        where: suites.length > 1 ? [suite, environment].filter((part) => part !== "").join(" · ") : "",
      })),
    baseline: baseline ?? null,
    hasProblems: result.broken.length + alerts.length > 0 || baseline !== undefined,
  };
}

function factsOf({ summary, suites, startedAt, durationMs }: Result): ReadonlyArray<{ label: string; text: string }> {
  const environments = new Set(suites.map(({ environment }) => environment).filter((name) => name !== ""));
  const hosts = new Set(suites.map(({ baseUrl }) => baseUrl).filter((url) => url !== ""));
  const shards = new Set(suites.flatMap(({ shard }) => (shard ? [`${shard.index} of ${shard.of}`] : [])));
  const { passed, failed } = summary.checks;
  const facts = [
    ["environment", [...environments].join(", ")],
    ["server", [...hosts].join(", ")],
    ["started", startedAt.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC")],
    ["took", duration(durationMs)],
    ["sent", `${counted(summary.requests, "request")}, ${counted(passed + failed, "check")}`],
    ["shard", [...shards].join(", ")],
    ["only", suites.some(({ isPartial }) => isPartial) ? "a part of the suite, as was asked for" : ""],
  ] as const;
  return facts.filter(([, text]) => text !== "").map(([label, text]) => ({ label, text }));
}
