import { blames } from "./blame.ts";
import { type Gathered, gather } from "./gather.ts";
import { groupBy } from "./group-by.ts";
import { matrix } from "./matrix.ts";
import { type MergedCases, mergeParts } from "./merge-parts.ts";
import { measure } from "./metrics/metrics-of.ts";
import type { Sample } from "./metrics/sample.ts";
import { outcomes } from "./outcome.ts";
import type { Outlined } from "./outline.ts";
import type { SuitePart } from "./part.ts";
import type { CaseResult, SuiteResult } from "./result.ts";
import { missingShards } from "./shards.ts";
import { suiteFindings } from "./suite/suite-findings.ts";
import { countOutcomes } from "./summary.ts";

/** A suite with what it was computed from. */
export interface MeasuredSuite {
  readonly suite: SuiteResult;
  readonly sample: Sample;
}

/** The result of one suite, of all runs of it. */
export function suiteResult(parts: ReadonlyArray<SuitePart>): MeasuredSuite {
  const merged = mergeParts(parts);
  const gathered = gather(merged);
  const became = outcomes(gathered.outline);
  const outline = withOutcomes(gathered.outline, became);
  const missing = missingShards(parts);
  const head = { ...headOf(merged.parts, gathered), ...(missing.length > 0 && { missingShards: missing }) };
  const about = { ...head, cases: outline };
  const sample: Sample = { endpoints: gathered.tallies, outline };
  const suite: SuiteResult = {
    ...head,
    ...wholeCasesOf(merged, gathered, outline),
    outline,
    summary: {
      cases: outline.length,
      ...countOutcomes(outline),
      requests: gathered.requests,
      checks: gathered.checks,
    },
    matrix: matrix(about, became),
    findings: suiteFindings(about, became),
    metrics: measure(sample),
    endpoints: endpointsOf(sample, outline),
    slowest: gathered.slowest,
  };
  return { suite, sample };
}

/** The outline's own objects get what became of them: there may be very many. */
function withOutcomes(
  outline: ReadonlyArray<Outlined>,
  became: ReturnType<typeof outcomes>,
): ReadonlyArray<CaseResult> {
  const blamed = blames(outline);
  for (const one of outline) {
    one.outcome = became.get(one.id) ?? "errored";
    const because = one.outcome === "inconclusive" ? blamed.get(one.id) : undefined;
    if (because !== undefined) one.because = because;
  }
  return outline;
}

function headOf(parts: ReadonlyArray<SuitePart>, { attemptsMs }: Gathered) {
  const newest = parts.at(-1);
  if (newest === undefined) throw new Error("a suite of no run");
  const { suite, environment, baseUrl, levels, alerts, shard } = newest;
  const broken = [...new Set(parts.flatMap((part) => part.broken ?? []))].join("; ");
  const guessMs = Math.round(attemptsMs / Math.max(1, newest.lanes));
  return {
    suite,
    environment,
    baseUrl,
    ...(levels && { levels }),
    ...(alerts && { alerts }),
    ...(parts.some(({ isPartial }) => isPartial) && { isPartial: true }),
    startedAt: parts[0]?.startedAt ?? newest.startedAt,
    // Shards run at the same time.
    durationMs: Math.max(...parts.map(({ durationMs = guessMs }) => durationMs)),
    lanes: Math.max(...parts.map(({ lanes }) => lanes)),
    ...(parts.length === 1 && shard && shard.of > 1 && { shard }),
    ...(broken !== "" && { broken }),
  };
}

/** Reads cases again, and says what became of them. */
function wholeCasesOf(merged: MergedCases, { places }: Gathered, outline: ReadonlyArray<CaseResult>) {
  const positions = new Map(outline.map(({ id }, position) => [id, position]));
  const wholeCase = (id: string): ReadonlyArray<CaseResult> => {
    const position = positions.get(id) ?? -1;
    const one = merged.read(places[position] ?? -1);
    const known = outline[position];
    if (one === undefined || known === undefined) return [];
    const { outcome, because } = known;
    return [{ ...one, outcome, durationMs: known.durationMs, ...(because !== undefined && { because }) }];
  };
  const wholeCases = (ids: Iterable<string>): Iterable<CaseResult> => ({
    *[Symbol.iterator]() {
      for (const id of ids) yield* wholeCase(id);
    },
  });
  return { cases: wholeCases({ [Symbol.iterator]: () => idsIn(outline) }), wholeCases };
}

function* idsIn(outline: ReadonlyArray<CaseResult>): Generator<string> {
  for (const { id } of outline) yield id;
}

function endpointsOf({ endpoints }: Sample, outline: ReadonlyArray<CaseResult>): SuiteResult["endpoints"] {
  const own = groupBy(outline, ({ endpoint }) => endpoint);
  return endpoints.map((tally) => ({
    endpoint: tally.endpoint,
    metrics: measure({ endpoints: [tally], outline: own.get(tally.endpoint) ?? [] }),
  }));
}
