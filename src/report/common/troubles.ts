import { suiteRules } from "../../http/rules/suite.ts";
import type { Outcome } from "../../result/model.ts";
import type { Result, SuiteResult } from "../../result/result.ts";
import { counted } from "./words.ts";

/** What makes a run red, or is to be told, and is none of its cases. */
export interface Trouble {
  readonly kind: "broken" | "alert" | "baseline" | "finding" | "inconclusive";
  readonly level: "error" | "warning";
  /** Absent: of the run as a whole. */
  readonly suite?: SuiteResult;
  /** The rule, the limit or the sort of thing that it is. */
  readonly id: string;
  /** Short, and different from the others of its kind. */
  readonly title: string;
  readonly message: string;
  readonly why?: string;
}

/** Everything that is wrong beside the cases, so that a format that knows nothing but cases can be as red as the run. */
export function troublesOf(result: Result): ReadonlyArray<Trouble> {
  return [
    ...result.broken.map((message) => ({
      ...error("broken", "run-broken"),
      title: "the run came to its end",
      message,
    })),
    ...alertTroubles(result),
    ...baselineTroubles(result),
    ...result.suites.flatMap((suite) => suiteTroubles(suite, result.broken)),
  ];
}

/** `Bookstore (staging)`. */
export function suiteName({ suite, environment }: Pick<SuiteResult, "suite" | "environment">): string {
  return environment === "" ? suite : `${suite} (${environment})`;
}

function error(kind: Trouble["kind"], id: string): Pick<Trouble, "kind" | "level" | "id"> {
  return { kind, level: "error", id };
}

function alertTroubles({ alerts }: Result): ReadonlyArray<Trouble> {
  return alerts
    .filter(({ state }) => state !== "kept")
    .map(({ state, text, endpoint, message, ...of }) => ({
      kind: "alert",
      level: state === "failed" ? "error" : "warning",
      id: `alert ${text}`,
      title: `${suiteName(of)}: ${endpoint === undefined ? text : `${endpoint}: ${text}`}`,
      message,
    }));
}

function baselineTroubles({ baseline }: Result): ReadonlyArray<Trouble> {
  if (baseline === undefined) return [];
  const titled = (one: (typeof baseline.gone)[number]) => `${one.case}: ${one.rule}`;
  return [
    ...baseline.expired.map((one) => ({
      ...error("baseline", "baseline-expired"),
      title: `known deviation: ${titled(one)}`,
      message: `it was known until ${one.expires}, and is still there: ${titled(one)} (${one.reason})`,
    })),
    ...baseline.gone.map((one) => ({
      ...error("baseline", "baseline-gone"),
      title: `known deviation: ${titled(one)}`,
      message: `it did not occur: take it out of ${baseline.file}: ${titled(one)} (${one.reason})`,
    })),
  ];
}

function suiteTroubles(suite: SuiteResult, said: ReadonlyArray<string>): ReadonlyArray<Trouble> {
  const isSaid = suite.broken === undefined || said.includes(suite.broken);
  const broken = isSaid ? [] : [{ ...error("broken", "run-broken"), message: suite.broken }];
  return [
    ...broken.map((one) => ({ ...one, title: `${suiteName(suite)}: the run came to its end` })),
    ...suite.findings.map(({ rule, level, message, cases }) => ({
      kind: "finding" as const,
      level,
      id: rule,
      title: `${suiteName(suite)}: ${suiteRules[rule].title}`,
      message: `${message}${cases.length === 0 ? "" : `; ${counted(cases.length, "case")}, the first: ${cases[0]}`}`,
      why: `${suiteRules[rule].why} (${suiteRules[rule].source})`,
    })),
    ...unclearTroubles(suite),
  ].map((one) => ({ ...one, suite }));
}

/** Red by themselves, or left out on purpose: what rests on such a case needs no word of its own. */
const clear: ReadonlySet<Outcome | undefined> = new Set<Outcome>(["failed", "errored", "skipped", "unproven"]);

/** A run in which cases prove nothing and no other says why is red as well. */
function unclearTroubles(suite: SuiteResult): ReadonlyArray<Omit<Trouble, "suite">> {
  const became = new Map(suite.outline.map(({ id, outcome }) => [id, outcome]));
  const unclear = suite.outline.filter(
    ({ outcome, because }) => outcome === "inconclusive" && !clear.has(became.get(because ?? "")),
  );
  const [first] = unclear;
  if (first === undefined) return [];
  const message = `${counted(unclear.length, "case")} ${unclear.length === 1 ? "proves" : "prove"} nothing; the first: ${first.title}`;
  return [
    { ...error("inconclusive", "inconclusive"), title: `${suiteName(suite)}: every case proves something`, message },
  ];
}
