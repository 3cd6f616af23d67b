import { folderId } from "../collection/build.ts";
import type { CollectionFile } from "../collection/format.ts";
import { itemId } from "../collection/ids.ts";
import { findFolder } from "../collection/part.ts";
import type { Case, Group, Plan } from "../plan/model.ts";
import type { Attempt, CaseRun, Place, Run } from "../result/model.ts";
import type { RunHeader } from "../result/ndjson.ts";
import { attemptOf, missingAttempt } from "./attempt.ts";
import { firstContact } from "./contact.ts";
import type { Execution, ObservedError } from "./execution.ts";
import { inLanes } from "./lanes.ts";
import { createMask, type Mask } from "./mask.ts";
import { runCollection } from "./newman.ts";

export interface RunOptions {
  readonly plan: Plan;
  /** What `plan` was built into. */
  readonly collection: CollectionFile;
  /** Name of the environment, for the report. */
  readonly environment: string;
  /** Every variable that the requests need, `baseUrl` among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values that must not be kept anywhere. */
  readonly secrets?: ReadonlyArray<string>;
  /** Where a case stands in the manifest. */
  readonly placeOf: (one: Case) => Place;
  /** Groups that run at once. Default: 8. */
  readonly lanes?: number;
  /** For one request. Default: 30 s. */
  readonly timeoutRequestMs?: number;
  /** For one script. Default: 10 s. */
  readonly timeoutScriptMs?: number;
  /** Files of multipart bodies are relative to it. */
  readonly workingDir?: string;
  /** A proxy of the environment stands before the server. */
  readonly hasProxy?: boolean;
  readonly now?: () => number;
  /** Called before the first request. */
  readonly onStart?: (header: RunHeader) => void;
  /** Called as each case ends, with its place in the plan. */
  readonly onCase?: (run: CaseRun, seq: number) => void;
}

/** Runs a plan with Newman, several groups at once and the bursts alone at the end, and returns it in plan order. */
export async function runPlan(options: RunOptions): Promise<Run> {
  const { plan, now = Date.now, lanes = 8, timeoutRequestMs = 30_000, hasProxy = false } = options;
  const startedAt = now();
  const baseUrl = options.variables.baseUrl ?? "";
  const ledger = createLedger(options);
  const sent = plan.groups.filter(({ cases }) => cases.some(({ request }) => request !== undefined));
  const head = {
    format: "newmanifest-run",
    version: 1,
    suite: plan.suite,
    environment: options.environment,
    baseUrl: ledger.mask.text(baseUrl),
    startedAt: new Date(startedAt).toISOString(),
    lanes: Math.min(lanes, Math.max(1, sent.length)),
  } as const;
  options.onStart?.({ ...head, cases: owedCases(plan) });
  const unreachable =
    sent.length === 0 ? undefined : await firstContact(baseUrl, { timeoutMs: timeoutRequestMs, hasProxy });
  if (unreachable === undefined) {
    const isBurst = ({ kind }: Group) => kind === "burst";
    await inLanes(
      sent.filter((group) => !isBurst(group)),
      lanes,
      (group) => runGroup(group, options, ledger),
    );
    await inLanes(sent.filter(isBurst), 1, (group) => runGroup(group, options, ledger));
  }
  for (const group of plan.groups) ledger.close(group, unreachable);
  const broken = unreachable && { broken: unreachable.message };
  return { ...head, durationMs: now() - startedAt, ...broken, cases: ledger.cases() };
}

/** Every case says what became of it, but for a clean-up that finds nothing to do. */
function owedCases(plan: Plan): number {
  return plan.groups.flatMap(({ cases }) => cases).filter(({ before }) => before?.kind !== "cleanup").length;
}

async function runGroup(group: Group, options: RunOptions, ledger: Ledger): Promise<void> {
  const { plan, collection, now = Date.now, timeoutRequestMs = 30_000, timeoutScriptMs = 10_000, workingDir } = options;
  const folder = findFolder(collection, folderId(plan, group));
  const broken = await runCollection(
    { info: collection.info, variable: collection.variable, item: [folder] },
    {
      variables: options.variables,
      timeoutRequestMs,
      timeoutScriptMs,
      // Every item at its slowest: only what hangs without any timeout of its own is cut off by this one.
      timeoutMs: (group.cases.length + 1) * (timeoutRequestMs + 2 * timeoutScriptMs),
      now,
      onExecution: (execution) => ledger.note(execution),
      ...(workingDir !== undefined && { workingDir }),
    },
  );
  ledger.close(group, broken);
}

interface Ledger {
  readonly mask: Mask;
  readonly note: (execution: Execution) => void;
  /** Says of each case of the group that has not ended what became of it. */
  readonly close: (group: Group, error: ObservedError | undefined) => void;
  readonly cases: () => ReadonlyArray<CaseRun>;
}

/** Keeps what became of each case until the run is over. */
function createLedger({ plan, placeOf, onCase, secrets = [] }: RunOptions): Ledger {
  const mask = createMask(secrets);
  const all = plan.groups.flatMap((group) => group.cases.map((one) => ({ one, group })));
  const byItem = new Map(all.map((entry) => [itemId(plan.suite, entry.one.id), entry]));
  const cleanups = new Map<string, Attempt>();
  const finished = new Map<string, CaseRun>();
  const seqs = new Map(all.map(({ one }, seq) => [one.id, seq]));
  const finish = (one: Case, group: Group, attempt: Attempt | undefined): void => {
    if (finished.has(one.id)) return;
    const run = caseRun(one, { group, place: placeOf(one), attempts: attempt ? [attempt] : [] });
    finished.set(one.id, run);
    onCase?.(run, seqs.get(one.id) ?? 0);
  };
  return {
    mask,
    note: (execution) => {
      const entry = byItem.get(execution.itemId);
      if (entry === undefined) return;
      const { one, group } = entry;
      const attempt = attemptOf(one, execution, mask);
      if (one.before?.kind !== "cleanup") return finish(one, group, attempt);
      // A clean-up runs once for each thing that is left: the worst of it counts.
      if (cleanups.get(one.id)?.status !== "failed") cleanups.set(one.id, attempt);
    },
    close: (group, error) => {
      for (const one of group.cases) {
        const done = cleanups.get(one.id);
        // Nothing was left: there was nothing to send, so there is nothing to report.
        if (one.before?.kind === "cleanup" && done === undefined && error === undefined) continue;
        const isSent = one.request !== undefined;
        finish(one, group, done ?? (isSent ? missingAttempt(error ?? notRun) : undefined));
      }
    },
    cases: () => all.flatMap(({ one }) => finished.get(one.id) ?? []),
  };
}

const notRun = { code: "NOT_RUN", message: "Newman ended without running it" };

function caseRun(
  one: Case,
  {
    group,
    place,
    attempts,
  }: { readonly group: Group; readonly place: Place; readonly attempts: ReadonlyArray<Attempt> },
): CaseRun {
  const { id, title, endpoint, method, path, expected, origin, why, source, needs, spoiledBy, unproven, skipped } = one;
  return {
    id,
    title,
    group: group.name,
    endpoint,
    method,
    path,
    expected: [expected.text],
    origin,
    manifest: place,
    why,
    source,
    needs,
    ...(spoiledBy && { spoiledBy }),
    ...(unproven !== undefined && { unproven }),
    ...(skipped !== undefined && { skipped }),
    attempts,
  };
}
