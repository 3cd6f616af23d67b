import type { Attempt } from "../../result/model.ts";
import type { CaseResult, Result, SuiteResult } from "../../result/result.ts";
import { attemptText } from "../common/reasons.ts";
import { placeText } from "../common/words.ts";
import { jsonPieces } from "../json-pieces.ts";
import { plain } from "../plain.ts";
import { harRequest } from "./request.ts";
import { harResponse } from "./response.ts";

/** The requests of failed and errored cases, to look at and to send again (HAR 1.2). Secrets in them are masked. */
export function* renderHar(result: Result): Generator<string> {
  yield* jsonPieces({
    log: {
      version: "1.2",
      creator: { name: "newmanifest", version: "1", comment: "secrets are masked: put yours in place of ***" },
      entries: entriesOf(result),
    },
  });
  yield "\n";
}

function* entriesOf({ suites }: Result) {
  for (const suite of suites) {
    const red = suite.outline.filter(({ outcome }) => outcome === "failed" || outcome === "errored");
    for (const one of suite.wholeCases(red.map(({ id }) => id))) {
      for (const attempt of one.attempts) if (attempt.request !== undefined) yield entryOf(one, attempt, suite);
    }
  }
}

function entryOf(one: CaseResult, attempt: Attempt, { suite, environment, startedAt, baseUrl }: SuiteResult) {
  const time = attempt.response?.timeMs ?? attempt.durationMs;
  return {
    // Nobody knows when a case began: it is the start of its suite, for all of them.
    startedDateTime: new Date(Date.parse(startedAt) || 0).toISOString(),
    time,
    request: attempt.request && harRequest(attempt.request, baseUrl),
    response: harResponse(attempt),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: time, receive: 0, ssl: -1 },
    comment: plain(`${one.title} (${placeText(one.manifest)}): ${attemptText(one, attempt)}`),
    _case: { id: one.id, suite, environment, outcome: one.outcome, attempt: one.attempts.indexOf(attempt) + 1 },
  };
}
