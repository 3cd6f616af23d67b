import { addHistogram, createHistogram, type Histogram } from "./histogram.ts";

/** What is counted of an endpoint's cases, however many there are. Two tallies can be added: no metric needs the cases again. */
export interface EndpointTally {
  readonly endpoint: string;
  readonly replies: Map<string, ReplyCount>;
  /** Response times by status code. */
  readonly times: Map<number, Histogram>;
  /** Requests that got no response, or none that could be read. */
  readonly unanswered: { all: number; late: number; downHealth: number };
  readonly limits: LimitCount;
  readonly checks: Map<string, CheckCount>;
  /** What the manifest declares: the patterns of its cases, as JSON. */
  readonly declared: Set<string>;
}

/** Responses that are alike in what metrics look at. */
export interface ReplyKind {
  readonly status: number;
  /** The case asks for this code, or takes it as right. */
  readonly isExpected: boolean;
  /** It is an answer of the endpoint: another method asks another endpoint. */
  readonly isOwn: boolean;
  /** The case declares a code at all. */
  readonly isDeclaring: boolean;
  /** It says how often the service is up. */
  readonly isHealth: boolean;
}

export interface ReplyCount extends ReplyKind {
  count: number;
}

export interface CheckCount {
  /** Absent for a check of the user's own. */
  readonly rule: string | undefined;
  readonly level: "error" | "warning";
  readonly passed: boolean;
  count: number;
}

/** What is known of rate limits. */
export interface LimitCount {
  /** 429 with a Retry-After. */
  retryAfter: number;
  /** 429 that another answer followed when the case was sent again. */
  recovered: number;
  /** Which part of the limit was left, 0 to 1 -> how often that was said. */
  readonly left: Map<number, number>;
}

export function createTally(endpoint: string): EndpointTally {
  return {
    endpoint,
    replies: new Map(),
    times: new Map(),
    unanswered: { all: 0, late: 0, downHealth: 0 },
    limits: { retryAfter: 0, recovered: 0, left: new Map() },
    checks: new Map(),
    declared: new Set(),
  };
}

/** Adds what another tally has counted. */
export function addTally(tally: EndpointTally, other: EndpointTally): void {
  for (const [key, reply] of other.replies) countIn(tally.replies, key, reply, reply.count);
  for (const [key, check] of other.checks) countIn(tally.checks, key, check, check.count);
  for (const [status, times] of other.times) addHistogram(timesOf(tally, status), times);
  for (const key of ["all", "late", "downHealth"] as const) tally.unanswered[key] += other.unanswered[key];
  tally.limits.retryAfter += other.limits.retryAfter;
  tally.limits.recovered += other.limits.recovered;
  for (const [left, count] of other.limits.left) {
    tally.limits.left.set(left, (tally.limits.left.get(left) ?? 0) + count);
  }
  for (const each of other.declared) tally.declared.add(each);
}

/** Counts one more of its kind, or so many. */
export function countIn<T extends { count: number }>(
  counts: Map<string, T>,
  key: string,
  kind: Omit<T, "count">,
  count = 1,
): void {
  const known = counts.get(key);
  if (known) known.count += count;
  else counts.set(key, { ...kind, count } as T);
}

export function timesOf(tally: EndpointTally, status: number): Histogram {
  const known = tally.times.get(status);
  if (known) return known;
  const times = createHistogram();
  tally.times.set(status, times);
  return times;
}

/** One tally for each endpoint, in the order in which they first come. */
export function mergeTallies(tallies: Iterable<EndpointTally>): ReadonlyArray<EndpointTally> {
  const merged = new Map<string, EndpointTally>();
  for (const each of tallies) {
    const known = merged.get(each.endpoint) ?? createTally(each.endpoint);
    merged.set(each.endpoint, known);
    addTally(known, each);
  }
  return [...merged.values()];
}
