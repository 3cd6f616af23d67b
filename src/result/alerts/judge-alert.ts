import type { ParsedAlert } from "../../http/alert/alert-text.ts";
import type { Limit, Operator } from "../../http/alert/limit.ts";
import { unitOf } from "../../http/alert/measure.ts";
import type { SuiteResult } from "../result.ts";
import type { Alert } from "./alert.ts";
import { limitText, subject, valueText } from "./alert-words.ts";
import { type AskedAlert, readingOf } from "./asked-alerts.ts";

/** Values of the same measure in earlier runs, oldest first; null where there was nothing to measure. */
export type EarlierValues = ReadonlyArray<number | null>;

/** What became of a limit in a suite. */
export function judgeAlert(asked: AskedAlert, suite: SuiteResult, earlier: EarlierValues): Alert {
  const head = { ...asked.text, suite: suite.suite, environment: suite.environment };
  const { parsed } = asked;
  if (parsed === undefined) {
    return { ...head, state: "unknown", message: `"${asked.text.text}" is a limit that this version cannot read` };
  }
  const name = subject(parsed, asked.text.endpoint);
  const unknown = (why: string): Alert => ({
    ...head,
    state: "unknown",
    message: `${name} must be ${parsed.words}, and ${why}`,
  });
  const { endpoint, manifest } = asked.text;
  // A slip on the command line must not look like a limit that is kept.
  if (endpoint !== undefined && manifest === undefined && !hasEndpoint(suite, endpoint) && isWhole(suite)) {
    return { ...head, state: "failed", message: `${name} must be ${parsed.words}, and there is no such endpoint` };
  }
  const { value, few } = readingOf(asked, suite);
  if (value === null) return unknown("there was nothing to measure");
  const bound = boundOf(parsed.limit, earlier);
  if (bound === undefined) return unknown("there is no earlier run to compare with");
  const actual = valueText(value, unitOf(parsed.measure));
  const sample = few === undefined ? "" : ` (of no more than ${few} response${few === 1 ? "" : "s"})`;
  const state = isKept(value, parsed.limit.operator, bound.value) ? "kept" : "failed";
  return { ...head, state, actual, message: `${name} is ${actual}${sample}, and must be ${mustBe(parsed, bound)}` };
}

function hasEndpoint({ endpoints }: SuiteResult, endpoint: string): boolean {
  return endpoints.some((each) => each.endpoint === endpoint);
}

/** Whether every endpoint of the suite had its turn. */
function isWhole({ shard, missingShards, isPartial, broken }: SuiteResult): boolean {
  return shard === undefined && missingShards === undefined && !isPartial && broken === undefined;
}

/** The number that the value is held against. */
interface Bound {
  readonly value: number;
  /** Of how many runs it is the mean, where it is one. */
  readonly runs?: number;
}

function boundOf(limit: Limit, earlier: EarlierValues): Bound | undefined {
  if (limit.kind === "fixed") return { value: limit.value };
  const values = earlier.filter((value) => value !== null).slice(-limit.runs);
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { value: limit.factor * mean, runs: values.length };
}

function mustBe(parsed: ParsedAlert, { value, runs }: Bound): string {
  if (parsed.limit.kind === "fixed") return parsed.words;
  const isFewer = runs !== undefined && runs < parsed.limit.runs;
  return `${limitText(parsed, value)}${isFewer ? ` (there ${runs === 1 ? "is" : "are"} but ${runs})` : ""}`;
}

/** Sums of fractions are off in their last places. */
const tolerance = 1e-9;

function isKept(value: number, operator: Operator, bound: number): boolean {
  const difference = value - bound;
  const isEqual = Math.abs(difference) <= tolerance * Math.max(1, Math.abs(bound));
  // Twice nothing is nothing: a metric that was always zero, and is, has not grown.
  if (isEqual && value === 0 && operator === "<") return true;
  return {
    "<": !isEqual && difference < 0,
    "<=": isEqual || difference < 0,
    ">": !isEqual && difference > 0,
    ">=": isEqual || difference > 0,
    "=": isEqual,
  }[operator];
}
