import type { Metric } from "../metric.ts";

/** What the checks of a run found, and how much of the API they have seen. */
export const coverageMetrics = {
  "met-assertion-pass-rate": {
    title: "the assertions that passed, of all that reported; and by rule",
    unit: "share",
    why: "it is the shortest answer to how much is as it should be",
    source: "the guide: automated assertions",
    hint: "an errored attempt has none; rules of which only failures are reported have no rate, and warnings have a count",
  },
  "met-rule-violations": {
    title: "how often each rule was broken, by endpoint",
    unit: "count",
    why: "one rule broken everywhere is one fault, and many rules broken at one endpoint are another",
    source: "the guide: automated assertions",
  },
  "met-coverage-status": {
    title: "the declared codes that came, of all declared codes of all endpoints",
    unit: "share",
    why: "a code that never came is a promise that nobody has seen kept",
    source: "the guide: document expected status codes for each endpoint",
    hint: "a code that came is not proven yet: the matrix says what is",
  },
  "met-coverage-edge-cases": {
    title: "the edge cases that were sent and prove something, of those of the plan; and by edge",
    unit: "share",
    why: "an edge case that did not run looks like one that passed, unless it is counted",
    source: "the guide: test edge cases",
  },
  "met-undocumented": {
    title: "codes that came, and that no case of the run declares for the endpoint",
    unit: "count",
    why: "clients prepare for what is documented",
    source: "the guide: document expected status codes for each endpoint",
    hint: "what a case expects all the same, such as a 405, need not be declared; a run of a part of the suite knows only that part",
  },
  "met-leaks": {
    title: "how often answers showed what the outside should not see, by pattern",
    unit: "count",
    why: "one stack trace or key is one too many",
    source: "the guide: keep sensitive data secure",
    hint: "above 0: `newmanifest explain` says more of each pattern",
  },
} as const satisfies Record<string, Metric>;
