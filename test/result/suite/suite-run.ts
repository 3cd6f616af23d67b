import { expect } from "vitest";
import type { EdgeId } from "../../../src/http/edges.ts";
import type { CaseRun, HeaderLine, ReceivedResponse } from "../../../src/result/model.ts";
import { createOutliner } from "../../../src/result/outline.ts";
import { type SuiteFinding, suiteFindings } from "../../../src/result/suite/suite-findings.ts";
import { answered, buildCase, buildRun, type CaseChanges } from "../run-builder.ts";

export interface SuiteCase extends Omit<CaseChanges, "attempts" | "edge"> {
  readonly edge?: EdgeId;
  /** Where what comes is not what the first code of the pattern says. */
  readonly status?: number;
  /** Beside Content-Type. */
  readonly headers?: ReadonlyArray<HeaderLine>;
  readonly type?: string;
  readonly sizeBytes?: number;
  readonly errorBody?: ReceivedResponse["errorBody"];
  readonly accept?: string;
}

/** A case that was answered, with what the rules of a suite look at. */
export function suiteCase(endpoint: string, expected: string, changes: SuiteCase = {}): CaseRun {
  const { status = Number(expected.split("|")[0]), headers = [], type = "application/json", ...rest } = changes;
  const { sizeBytes = 20, errorBody, accept = "*/*", ...others } = rest;
  const attempt = answered(endpoint, status, { expected });
  const { request, response } = attempt;
  if (!request || !response) throw new Error("not answered");
  const sent = { ...request, headers: [{ name: "Accept", value: accept }] };
  const typed = type === "" ? headers : [{ name: "Content-Type", value: type }, ...headers];
  const received = { ...response, headers: typed, sizeBytes, ...(errorBody && { errorBody }) };
  return buildCase(endpoint, expected, {
    about: others.edge ?? "",
    ...others,
    attempts: [{ ...attempt, request: sent, response: received }],
  });
}

/** An implied case of an edge: the family of right answers, and the one that came. */
export function implied(endpoint: string, edge: EdgeId, family: string, status: number, more: SuiteCase = {}): CaseRun {
  return suiteCase(endpoint, family, { origin: "implied", edge, status, ...more });
}

/** What the rules find in a run of these cases. */
export function findingsOf(
  cases: ReadonlyArray<CaseRun>,
  baseUrl = "http://localhost:4010",
): ReadonlyArray<SuiteFinding> {
  const run = buildRun(cases, { baseUrl });
  const found = suiteFindings(run);
  // A result has an outline of each case in memory, which must say the same.
  expect(suiteFindings({ ...run, cases: run.cases.map(createOutliner()) })).toEqual(found);
  return found;
}

/** The rules that find something. */
export function brokenRules(cases: ReadonlyArray<CaseRun>, baseUrl?: string): ReadonlyArray<string> {
  return findingsOf(cases, baseUrl).map(({ rule }) => rule);
}
