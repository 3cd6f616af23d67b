import type { CaseRun, Run } from "../model.ts";
import type { Mask } from "../redact/mask.ts";
import { oneLine } from "../unique.ts";
import { newmanCases } from "./cases.ts";
import { originOf } from "./endpoint.ts";
import { findItems, type NewmanItem } from "./items.ts";
import { noMask } from "./mask.ts";
import { isNewmanReport } from "./newman-report.ts";
import { type NewmanReport, newmanSchema } from "./schema.ts";
import { findVisits, type Visits } from "./visits.ts";

export interface NewmanRunOptions {
  /** The report's own, for people: the collection's is not in it. */
  readonly file: string;
  /** Default: nothing is taken out. `newmanSecrets` says what there is to take out. */
  readonly mask?: Mask;
}

/** What a report holds. Whatever of it cannot be read makes the run `broken`: nobody knows what it said. */
export interface NewmanRun {
  readonly run?: Run;
  readonly problems: ReadonlyArray<string>;
}

const mostProblems = 20;

/** A report of Newman's JSON reporter as a run: its cases are those of our own run of the same collection. */
export function newmanRun(json: unknown, { file, mask = noMask }: NewmanRunOptions): NewmanRun {
  if (!isNewmanReport(json)) return { problems: ["this is not a JSON report of Newman"] };
  const parsed = newmanSchema.report.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problems: [`the report cannot be read: ${issue?.path.join(".")}: ${issue?.message}`] };
  }
  const all: string[] = [];
  const onProblem = (problem: string): number => all.push(problem);
  const { data: report } = parsed;
  const name = oneLine(report.collection.info.name) ?? file;
  const items = findItems({ name, item: report.collection.item }, { file, onProblem });
  const found = findVisits(report.run, onProblem);
  for (const problem of missingIn(report)) onProblem(problem);
  const cases = newmanCases(found.visits, { items, mask, onProblem });
  const broken = brokenBy(report, all.length);
  const run: Run = {
    format: "newmanifest-run",
    version: 1,
    suite: name,
    lanes: 1,
    environment: report.environment.name,
    baseUrl: mask.text(baseUrlOf(report, { items, found })),
    ...timesOf(report, cases),
    ...(broken !== undefined && { broken: mask.text(broken) }),
    cases,
  };
  const rest = all.length - mostProblems;
  return { run, problems: [...all.slice(0, mostProblems).map(mask.text), ...(rest > 0 ? [`and ${rest} more`] : [])] };
}

/** Each request that was sent has an entry: where some were left out, nobody knows what became of the rest. */
function missingIn({ run: { executions, stats } }: NewmanReport): ReadonlyArray<string> {
  const counted = stats?.requests.total ?? 0;
  return counted <= executions.length ? [] : [`it counts ${counted} requests, and holds ${executions.length} of them`];
}

function brokenBy({ run }: NewmanReport, problems: number): string | undefined {
  if (run.error !== null && run.error !== undefined) {
    const { error } = run;
    const message = typeof error === "object" && "message" in error ? error.message : error;
    return `Newman broke off: ${typeof message === "string" ? message : JSON.stringify(message)}`;
  }
  return problems === 0 ? undefined : `${problems} parts of the report cannot be read`;
}

function timesOf(
  { run: { timings } }: NewmanReport,
  cases: ReadonlyArray<CaseRun>,
): Pick<Run, "startedAt" | "durationMs"> {
  const sent = cases.flatMap(({ attempts }) => attempts);
  const estimatedMs = sent.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (timings === undefined) return { startedAt: new Date(0).toISOString(), durationMs: estimatedMs };
  const { started, completed } = timings;
  return { startedAt: new Date(started).toISOString(), durationMs: Math.max(0, completed - started) };
}

/** That of a collection of ours is a variable; else where all requests went to, where that is one server. */
function baseUrlOf(
  { collection, environment, globals }: NewmanReport,
  { items, found }: { readonly items: ReadonlyArray<NewmanItem>; readonly found: Visits },
): string {
  if (items.some(({ generated }) => generated)) {
    const scopes = [environment.values, collection.variable, globals.values];
    const given = scopes.flat().find(({ key, disabled }) => key === "baseUrl" && disabled !== true);
    if (given !== undefined) return given.value;
  }
  const own = found.visits.filter(({ execution, itemId }) => (execution?.id ?? itemId) === itemId);
  const origins = new Set(own.flatMap(({ execution }) => (execution ? [originOf(execution.request?.url)] : [])));
  const [origin] = origins;
  return origins.size === 1 ? (origin ?? "") : "";
}
