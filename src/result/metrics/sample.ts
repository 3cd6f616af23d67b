import type { Outcome } from "../model.ts";
import { type EndpointTally, mergeTallies, type ReplyCount } from "../tally/endpoint-tally.ts";

/** What metrics are computed from. */
export interface Sample {
  /** One for each endpoint, in plan order. */
  readonly endpoints: ReadonlyArray<EndpointTally>;
  readonly outline: ReadonlyArray<OutlinedCase>;
}

/** What became of a case. */
export interface OutlinedCase {
  readonly id: string;
  readonly edge?: string;
  readonly outcome: Outcome;
}

/** Several samples as one. */
export function mergeSamples(samples: ReadonlyArray<Sample>): Sample {
  return {
    endpoints: mergeTallies(samples.flatMap(({ endpoints }) => endpoints)),
    outline: samples.flatMap(({ outline }) => outline),
  };
}

/** The responses of every attempt, those that are alike together. */
export function repliesOf({ endpoints }: Pick<Sample, "endpoints">): ReadonlyArray<ReplyCount> {
  return endpoints.flatMap(({ replies }) => [...replies.values()]);
}

/** How many there are. */
export function totalOf(counts: ReadonlyArray<{ readonly count: number }>): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** Requests that were sent and got no response. */
export function unansweredOf({ endpoints }: Sample): number {
  return endpoints.reduce((total, { unanswered }) => total + unanswered.all, 0);
}
