import { folderId } from "../collection/build.ts";
import type { CollectionFile } from "../collection/format.ts";
import { itemId } from "../collection/ids.ts";
import { findFolder, pickItems } from "../collection/part.ts";
import { type Case, type Group, isSentAtWill, type Plan } from "../plan/model.ts";
import type { CaseRun, Place, Run } from "../result/model.ts";
import type { RunHeader } from "../result/ndjson.ts";
import { firstContact } from "./contact.ts";
import { inLanes } from "./lanes.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { runCollection } from "./newman.ts";
import { observedError } from "./observed-error.ts";

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
  /**
   * Listens for errors nobody caught, which end a process: a promise that a user's script rejects is one. A listener that
   * returns false has no case for it. Returns how to stop listening. Absent: such an error ends the process.
   */
  readonly onStrayError?: (listener: (error: unknown) => boolean) => () => void;
  /** Called before the first request. */
  readonly onStart?: (header: RunHeader) => void;
  /** Called as each case ends, with its place in the plan; again, where what was wrong with it came to light later. */
  readonly onCase?: (run: CaseRun, seq: number) => void;
}

/** Runs a plan with Newman, several groups at once and the bursts alone at the end, and returns it in plan order. */
export async function runPlan(options: RunOptions): Promise<Run> {
  const { plan, now = Date.now, lanes = 8 } = options;
  const levels = plan.suiteLevels;
  const startedAt = now();
  const ledger = createLedger(options);
  const sent = plan.groups.filter(({ cases }) => cases.some(({ request }) => request !== undefined));
  const head = {
    format: "newmanifest-run",
    version: 1,
    suite: plan.suite,
    environment: options.environment,
    baseUrl: ledger.mask.text(options.variables.baseUrl ?? ""),
    startedAt: new Date(startedAt).toISOString(),
    lanes: Math.min(lanes, Math.max(1, sent.length)),
    ...(Object.keys(levels).length > 0 && { levels }),
  } as const;
  options.onStart?.({ ...head, cases: owedCases(plan) });
  const broken = await runGroups(sent, options, ledger);
  return {
    ...head,
    durationMs: now() - startedAt,
    ...(broken !== undefined && { broken: ledger.mask.text(broken) }),
    cases: ledger.cases(),
  };
}

/** Every case says what became of it, but for one that finds nothing to do. */
function owedCases(plan: Plan): number {
  return plan.groups.flatMap(({ cases }) => cases).filter((one) => !isSentAtWill(one)).length;
}

/** Resolves with why the run as a whole is worth nothing, where it is. */
async function runGroups(sent: Plan["groups"], options: RunOptions, ledger: Ledger): Promise<string | undefined> {
  const { plan, lanes = 8, timeoutRequestMs = 30_000, hasProxy = false } = options;
  const baseUrl = options.variables.baseUrl ?? "";
  const isBurst = ({ kind }: Group) => kind === "burst";
  const unreachable =
    sent.length === 0 ? undefined : await firstContact(baseUrl, { timeoutMs: timeoutRequestMs, hasProxy });
  let stray: string | undefined;
  const stop = options.onStrayError?.((error) => {
    if (!isOfScript(error)) return false;
    const { message } = observedError(error);
    if (!ledger.stray(message)) stray = `a script failed after its case had ended: ${message}`;
    return true;
  });
  const run = (group: Group) => runGroup(group, options, ledger);
  try {
    if (unreachable === undefined) {
      await inLanes(
        sent.filter((group) => !isBurst(group)),
        lanes,
        run,
      );
      await inLanes(sent.filter(isBurst), 1, run);
    }
  } finally {
    stop?.();
  }
  for (const group of plan.groups) ledger.close(group, unreachable);
  return unreachable?.message ?? stray;
}

/** Scripts run in a realm of their own, whose errors are no instances of this one's; those that are, are bugs. */
function isOfScript(error: unknown): boolean {
  return !(error instanceof Error);
}

async function runGroup(group: Group, options: RunOptions, ledger: Ledger): Promise<void> {
  const { plan, collection, now = Date.now, timeoutRequestMs = 30_000, timeoutScriptMs = 10_000 } = options;
  const { workingDir, hasProxy = false } = options;
  // The collection may have been built from more than is asked for.
  const ids = new Set(group.cases.map(({ id }) => itemId(plan.suite, id)));
  const folder = pickItems(findFolder(collection, folderId(plan, group)), ids);
  const broken = await runCollection(
    { ...collection, item: [folder] },
    {
      variables: options.variables,
      timeoutRequestMs,
      timeoutScriptMs,
      // Every item at its slowest: only what hangs without any timeout of its own is cut off by this one.
      timeoutMs: (group.cases.length + 1) * (timeoutRequestMs + 2 * timeoutScriptMs),
      now,
      hasProxy,
      onItem: ledger.start,
      onSurplus: ledger.surplus,
      onExecution: ledger.note,
      ...(workingDir !== undefined && { workingDir }),
    },
  );
  ledger.close(group, broken);
}
