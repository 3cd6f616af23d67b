import type { Edge } from "../../http/edge.ts";
import { edges } from "../../http/edges.ts";
import type { CaseRun, Outcome, ReceivedResponse, Run } from "../model.ts";
import { outcomes } from "../outcome.ts";

/** A case with what it was answered in the end. */
export interface Answer {
  readonly one: CaseRun;
  /** How the request was broken; absent: it was valid, or the manifest says how. */
  readonly edge?: Edge;
  readonly method: string;
  readonly response: ReceivedResponse;
}

/** What of a run its suite's rules look at. */
export type JudgedRun = Pick<Run, "cases" | "baseUrl" | "levels">;

/** What the rules of a suite compare. */
export interface Material {
  readonly run: JudgedRun;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Of cases that passed: what is wrong with the others is red already. */
  readonly answers: ReadonlyArray<Answer>;
}

/** What a rule has found: the sentence, and the ids of the cases that show it. */
export interface Found {
  readonly message: string;
  readonly cases: ReadonlyArray<string>;
}

/** Says what is wrong with a run as a whole, or nothing. */
export type SuiteRule = (material: Material) => Found | undefined;

/** Prepares a run for the rules of its suite. */
export function gatherMaterial(run: JudgedRun, became: Material["outcomes"] = outcomes(run.cases)): Material {
  // Where no code is declared there is nothing to hold against the answers.
  const cases = run.cases.filter(({ expected }) => expected.length > 0);
  const passed = cases.filter(({ id }) => ["passed", "flaky"].includes(became.get(id) ?? ""));
  return { run: { ...run, cases }, outcomes: became, answers: passed.flatMap(answerOf) };
}

/** The answer of a case to its last attempt, if it was answered at all. */
export function answerOf(one: CaseRun): ReadonlyArray<Answer> {
  const last = one.attempts.at(-1);
  if (last?.response === undefined || last.status === "errored") return [];
  const edge: Edge | undefined = one.edge !== undefined && isEdge(one.edge) ? edges[one.edge] : undefined;
  return [{ one, ...(edge && { edge }), method: last.request?.method ?? one.method, response: last.response }];
}

function isEdge(id: string): id is keyof typeof edges {
  return Object.hasOwn(edges, id);
}

/** The case ids of answers. */
export function idsOf(answers: ReadonlyArray<Answer>): ReadonlyArray<string> {
  return answers.map(({ one }) => one.id);
}

/** How many endpoints they are of. */
export function endpointsOf(answers: ReadonlyArray<Answer>): number {
  return new Set(answers.map(({ one }) => one.endpoint)).size;
}
