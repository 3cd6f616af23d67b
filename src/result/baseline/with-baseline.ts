import { mapCases } from "../map-cases.ts";
import type { CaseResult, Result, SuiteResult } from "../result.ts";
import type { SuiteFinding } from "../suite/suite-findings.ts";
import { brokenRules, deviationKey, errorsOf, namesOf, wholeSuite } from "./failures.ts";
import type { Baseline, BaselineResult, KnownDeviation } from "./model.ts";

/** A result against the deviations that are known: what is in the file is let pass, and what is there for nothing is told. */
export function withBaseline(result: Result, { file, known }: Baseline): Result {
  const { gone, expired } = staleOf(result, known);
  const stale = new Set([...gone, ...expired]);
  const valid = new Map(known.filter((one) => !stale.has(one)).map((one) => [deviationKey(one), one]));
  const suites = result.suites.map((suite) => markKnown(suite, valid));
  const count = suites.reduce((sum, { outline, findings }) => {
    return sum + [...outline, ...findings].filter((one) => one.known !== undefined).length;
  }, 0);
  return { ...result, suites, baseline: { file, known: count, gone, expired } };
}

type Entries = ReadonlyMap<string, KnownDeviation>;

function markKnown(suite: SuiteResult, entries: Entries): SuiteResult {
  const known = new Map<string, KnownDeviation>();
  for (const one of suite.outline) {
    const deviation = knownOf(one, entries);
    if (deviation) known.set(one.id, deviation);
  }
  const marked = mapCases(suite, (one) => {
    const deviation = known.get(one.id);
    return deviation === undefined ? one : { ...one, known: deviation };
  });
  return { ...marked, findings: suite.findings.map((finding) => markFinding(finding, entries)) };
}

/** Set where all that failed is known: the first of it. */
function knownOf(one: CaseResult, entries: Entries): KnownDeviation | undefined {
  const found = brokenRules(one).map((rule) => entryOf(one, rule, entries));
  return found.includes(undefined) ? undefined : found[0];
}

function entryOf(one: CaseResult, rule: string, entries: Entries): KnownDeviation | undefined {
  for (const name of namesOf(one)) {
    const entry = entries.get(deviationKey({ case: name, rule }));
    if (entry) return entry;
  }
  return undefined;
}

function markFinding(finding: SuiteFinding, entries: Entries): SuiteFinding {
  const known = entries.get(deviationKey({ case: wholeSuite, rule: finding.rule }));
  return known === undefined || finding.level !== "error" ? finding : { ...finding, known };
}

/**
 * The entries that are there for nothing, or no longer. A case that was not sent, as in another shard, is neither. Today is the day
 * on which the run began, and not that of the report: the same files make the same report on any day.
 */
function staleOf(result: Result, known: Baseline["known"]): Pick<BaselineResult, "gone" | "expired"> {
  const today = result.startedAt.slice(0, 10);
  const seen = sightings(result);
  const gone = known.filter((entry) => seen(entry) === "absent");
  const expired = known.filter((entry) => seen(entry) === "there" && entry.expires < today);
  return { gone, expired };
}

type Sighting = "there" | "absent" | "unknown";

function sightings({ suites }: Result): (entry: KnownDeviation) => Sighting {
  const there = new Set<string>();
  const judged = new Set<string>();
  for (const suite of suites) {
    for (const one of suite.outline) {
      const names = namesOf(one);
      if (isJudged(one)) for (const name of names) judged.add(name);
      for (const rule of brokenRules(one)) for (const name of names) there.add(deviationKey({ case: name, rule }));
    }
    for (const { rule } of errorsOf(suite)) there.add(deviationKey({ case: wholeSuite, rule }));
  }
  if (suites.every(isWhole)) judged.add(wholeSuite);
  return (entry) => {
    if (there.has(deviationKey(entry))) return "there";
    return judged.has(entry.case) ? "absent" : "unknown";
  };
}

/** What broke, or rests on a case that failed, says nothing of its own. */
function isJudged({ outcome }: CaseResult): boolean {
  return outcome === "passed" || outcome === "failed" || outcome === "flaky";
}

/** Whether what its responses show together is there to be seen. */
function isWhole({ shard, missingShards, isPartial, broken, outline }: SuiteResult): boolean {
  if (shard !== undefined || missingShards !== undefined || isPartial || broken !== undefined) return false;
  return outline.every(({ outcome }) => outcome !== "errored" && outcome !== "skipped");
}
