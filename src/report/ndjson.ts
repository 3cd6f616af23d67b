import { encodeCase, encodeEnd, encodeHeader } from "../result/ndjson.ts";
import type { CaseResult, Result, SuiteResult } from "../result/result.ts";

/** A run file that holds all of the result's cases: `newmanifest report` gives the same result of it. */
export function* renderNdjson(result: Result): Generator<string> {
  const [first] = result.suites;
  if (first === undefined) return;
  const isOne = result.suites.length === 1;
  const { baseUrl, levels, alerts, isPartial } = first;
  const names = result.suites.map((each) => each.suite).join(", ");
  yield encodeHeader({
    format: "newmanifest-run",
    version: 1,
    suite: names,
    environment: [...new Set(result.suites.map((each) => each.environment))].filter((name) => name !== "").join(", "),
    baseUrl,
    ...(isOne && levels && { levels }),
    ...(isOne && alerts && { alerts }),
    ...(isOne && isPartial && { isPartial }),
    ...(!isOne && { suites: result.suites.map(headOf) }),
    startedAt: result.startedAt,
    lanes: Math.max(...result.suites.map(({ lanes }) => lanes)),
    ...(first.shard && { shard: first.shard }),
    cases: result.summary.cases,
  });
  let seq = 0;
  for (const each of result.suites) {
    for (const one of each.cases) yield encodeCase({ ...caseRunOf(one), ...(!isOne && { suite: each.suite }) }, seq++);
  }
  const broken = result.broken.join("; ");
  yield encodeEnd({ durationMs: result.durationMs, ...(broken !== "" && { broken }) });
}

function headOf({ suite, environment, baseUrl, levels, alerts, isPartial }: SuiteResult) {
  const rest = { ...(levels && { levels }), ...(alerts && { alerts }), ...(isPartial && { isPartial }) };
  return { suite, environment, baseUrl, ...rest };
}

/** What is computed is computed again. */
function caseRunOf({ outcome: _, because: __, known: ___, change: ____, durationMs: _____, ...one }: CaseResult) {
  return one;
}
