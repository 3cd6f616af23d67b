import type { MetricId } from "../../http/metrics.ts";
import type { Run } from "../model.ts";
import { outcomes } from "../outcome.ts";
import { countCase } from "../tally/count-case.ts";
import type { EndpointTally } from "../tally/endpoint-tally.ts";
import { assertionPassRate } from "./assertion-pass-rate.ts";
import { availability } from "./availability.ts";
import { classDistribution } from "./class-distribution.ts";
import { edgeCoverage } from "./edge-coverage.ts";
import { errorDistribution } from "./error-distribution.ts";
import { clientErrorRate, internalErrorRate, invalidInputShare, serverErrorRate } from "./error-rates.ts";
import { gatewayDelay } from "./gateway-delay.ts";
import { latencyByStatus } from "./latency-by-status.ts";
import { latencyCorrelation } from "./latency-correlation.ts";
import { leakCount } from "./leak-count.ts";
import { rateLimitHeadroom } from "./rate-limit-headroom.ts";
import { rateLimitRate } from "./rate-limit-rate.ts";
import { ruleViolations } from "./rule-violations.ts";
import type { Sample } from "./sample.ts";
import { statusCoverage } from "./status-coverage.ts";
import { adjustedSuccessRate, successRate } from "./success-rate.ts";
import { timeouts } from "./timeouts.ts";
import { undocumented } from "./undocumented.ts";

/** Every metric of a run by its id. `null` where there is nothing to measure. */
export function metricsOf(run: Run): Metrics {
  const tallies = new Map<string, EndpointTally>();
  for (const one of run.cases) countCase(tallies, one);
  const became = outcomes(run.cases);
  const outline = run.cases.map((one) => ({ ...one, outcome: became.get(one.id) ?? "errored" }));
  return measure({ endpoints: [...tallies.values()], outline });
}

/** The same of what was counted. */
export function measure(sample: Sample) {
  return {
    "met-success-rate": successRate(sample),
    "met-success-rate-adjusted": adjustedSuccessRate(sample),
    "met-class-distribution": classDistribution(sample),
    "met-error-distribution": errorDistribution(sample),
    "met-400-share": invalidInputShare(sample),
    "met-500-rate": internalErrorRate(sample),
    "met-5xx-rate": serverErrorRate(sample),
    "met-4xx-rate": clientErrorRate(sample),
    "met-availability": availability(sample),
    "met-latency-by-status": latencyByStatus(sample),
    "met-latency-status-correlation": latencyCorrelation(sample),
    "met-504-delay": gatewayDelay(sample),
    "met-timeouts": timeouts(sample),
    "met-429-rate": rateLimitRate(sample),
    "met-429-headroom": rateLimitHeadroom(sample),
    "met-assertion-pass-rate": assertionPassRate(sample),
    "met-rule-violations": ruleViolations(sample),
    "met-coverage-status": statusCoverage(sample),
    "met-coverage-edge-cases": edgeCoverage(sample),
    "met-undocumented": undocumented(sample),
    "met-leaks": leakCount(sample),
  } satisfies Record<MetricId, unknown>;
}

export type Metrics = ReturnType<typeof measure>;
