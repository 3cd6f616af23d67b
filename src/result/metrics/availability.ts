import type { CaseRun } from "../model.ts";
import { patternsOf } from "./expected-codes.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** How such endpoints are called: the last segment of their path. */
const healthPath = /\/(?:health|healthz|healthcheck|health-check|livez|live|liveness|readyz|ready|readiness|ping)\/?$/i;

/** `met-availability`: null where no health endpoint was asked. */
export function availability({ replies, unanswered }: Sample): Share | null {
  const asked = replies.filter(({ one }) => isHealthCheck(one));
  // Where a server may close the connection instead of answering, that is no failure.
  const silent = unanswered.filter(({ one, attempt }) => isHealthCheck(one) && attempt.status !== "passed");
  const up = asked.filter(({ response }) => response.status < 500);
  return shareOf(up.length, asked.length + silent.length);
}

/** A case that provokes a server error says nothing of how often there is one. */
function isHealthCheck(one: CaseRun): boolean {
  return healthPath.test(one.path) && !patternsOf(one).some((pattern) => pattern.startsWith("5"));
}
