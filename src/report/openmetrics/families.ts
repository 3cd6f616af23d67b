import type { Summary } from "../../result/model.ts";
import type { SuiteResult } from "../../result/result.ts";
import type { Family, Sample } from "./family.ts";
import { latencySamples, responseSamples } from "./responses.ts";

const outcomes = [
  "passed",
  "failed",
  "flaky",
  "errored",
  "inconclusive",
  "skipped",
  "unproven",
] as const satisfies ReadonlyArray<keyof Summary>;

const states = ["kept", "failed", "unknown"] as const;

/** Every metric, in the order in which it is written. */
export const families: ReadonlyArray<Family> = [
  {
    name: "newmanifest_cases",
    type: "gauge",
    help: "Cases by outcome.",
    isCount: true,
    samples: perSuite(({ summary }) => outcomes.map((outcome) => ({ labels: { outcome }, value: summary[outcome] }))),
  },
  {
    name: "newmanifest_known_deviations",
    type: "gauge",
    help: "Failed cases of which all that failed is known.",
    isCount: true,
    samples: perSuite(({ outline }) => [one(outline.filter(({ known }) => known !== undefined).length)]),
  },
  {
    name: "newmanifest_checks",
    type: "gauge",
    help: "Checks of the last attempts by result.",
    isCount: true,
    samples: perSuite(({ summary: { checks } }) =>
      Object.entries(checks).map(([result, value]) => ({ labels: { result }, value })),
    ),
  },
  {
    name: "newmanifest_suite_findings",
    type: "gauge",
    help: "Rules that a suite breaks as a whole.",
    isCount: true,
    samples: perSuite(({ findings }) => findings.map(({ rule, level }) => ({ labels: { rule, level }, value: 1 }))),
  },
  {
    name: "newmanifest_requests",
    type: "gauge",
    help: "Requests that were sent, every attempt counted.",
    isCount: true,
    samples: perSuite(({ summary }) => [one(summary.requests)]),
  },
  {
    name: "newmanifest_responses",
    type: "gauge",
    help: "Responses by endpoint and status code, and whether a case asked for that code.",
    isCount: true,
    samples: perSuite(responseSamples),
  },
  {
    name: "newmanifest_response_time_seconds",
    type: "summary",
    unit: "seconds",
    help: "Response times by endpoint and status code.",
    samples: perSuite(latencySamples),
  },
  {
    name: "newmanifest_success_ratio",
    type: "gauge",
    unit: "ratio",
    help: "Share of the responses that are 2xx.",
    samples: perSuite(({ metrics }) => share(metrics["met-success-rate"])),
  },
  {
    name: "newmanifest_expected_ratio",
    type: "gauge",
    unit: "ratio",
    help: "Share of the responses whose code a case asked for.",
    samples: perSuite(({ metrics }) => share(metrics["met-success-rate-adjusted"])),
  },
  {
    name: "newmanifest_server_error_ratio",
    type: "gauge",
    unit: "ratio",
    help: "Share of the responses that are 5xx.",
    samples: perSuite(({ metrics }) => share(metrics["met-5xx-rate"].all)),
  },
  {
    name: "newmanifest_rate_limited_ratio",
    type: "gauge",
    unit: "ratio",
    help: "Share of the responses that are 429.",
    samples: perSuite(({ metrics }) => share(metrics["met-429-rate"].all)),
  },
  {
    name: "newmanifest_alert_state",
    type: "gauge",
    help: "Limits of metrics: 1 at the state that each is in.",
    samples: ({ alerts }) =>
      alerts.flatMap(({ suite, environment, endpoint = "", text, state: current }) =>
        states.map((state) => ({
          labels: { suite, environment, endpoint, alert: text, state },
          value: state === current ? 1 : 0,
        })),
      ),
  },
  {
    name: "newmanifest_broken",
    type: "gauge",
    help: "1 where the run as a whole is worth nothing.",
    samples: ({ broken }) => [one(broken.length > 0 ? 1 : 0)],
  },
  {
    name: "newmanifest_duration_seconds",
    type: "gauge",
    unit: "seconds",
    help: "How long the suite took.",
    samples: perSuite(({ durationMs }) => [one(durationMs / 1000)]),
  },
  {
    name: "newmanifest_start_time_seconds",
    type: "gauge",
    unit: "seconds",
    help: "When the suite began, in seconds since 1970.",
    samples: perSuite(({ startedAt }) => [one((Date.parse(startedAt) || 0) / 1000)]),
  },
];

function perSuite(samplesOf: (suite: SuiteResult) => Iterable<Sample>): Family["samples"] {
  return function* ({ suites }) {
    for (const each of suites) {
      const { suite, environment } = each;
      for (const sample of samplesOf(each)) yield { ...sample, labels: { suite, environment, ...sample.labels } };
    }
  };
}

function one(value: number): Sample {
  return { labels: {}, value };
}

function share(of: { readonly share: number } | null): ReadonlyArray<Sample> {
  return of === null ? [] : [one(of.share)];
}
