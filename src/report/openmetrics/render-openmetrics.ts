import type { Result } from "../../result/result.ts";
import { families } from "./families.ts";
import type { Family, Sample } from "./family.ts";

/**
 * Metrics for Prometheus. It is OpenMetrics 1.0 and the text format 0.0.4 at once, as scrapers, the textfile collector and the
 * Pushgateway take the one or the other: comments as OpenMetrics has them, and no counters, which the two name differently. Without
 * timestamps: the textfile collector and the Pushgateway refuse them.
 */
export function* renderOpenMetrics(result: Result): Generator<string> {
  for (const family of families) yield* familyPieces(family, result);
  yield "# EOF\n";
}

function* familyPieces(family: Family, result: Result): Generator<string> {
  const { name, type, unit, help } = family;
  const samples = merged(family, result);
  if (samples.size === 0) return;
  yield `# TYPE ${name} ${type}\n`;
  if (unit !== undefined) yield `# UNIT ${name} ${unit}\n`;
  yield `# HELP ${name} ${help}\n`;
  for (const [series, value] of samples) yield `${series} ${value}\n`;
}

/** A series is there once: what two suites of one name counted is added, and of anything else the first is taken. */
function merged({ name, samples, isCount }: Family, result: Result): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const sample of samples(result)) {
    const series = `${name}${sample.suffix ?? ""}${labelsOf(sample)}`;
    const before = values.get(series);
    if (before === undefined) values.set(series, sample.value);
    else if (isCount) values.set(series, before + sample.value);
  }
  return values;
}

function labelsOf({ labels }: Sample): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** Half of a surrogate pair cannot be written as UTF-8. */
function escapeLabel(value: string): string {
  const escaped = value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return escaped.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
