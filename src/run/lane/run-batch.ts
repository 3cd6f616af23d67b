import { namesOfItems } from "../../collection/part.ts";
import type { Attempt } from "../../result/model.ts";
import { attemptOf } from "../attempt.ts";
import type { Execution } from "../execution.ts";
import { type Mask, maskOf } from "../mask.ts";
import { runCollection } from "../run-collection.ts";
import type { Sandboxes } from "../sandboxes.ts";
import { type Batch, type BatchEnd, itemOf, type Judged, type LaneEvent, type Setting } from "./batch.ts";
import type { Gate } from "./gate.ts";
import type { StopSignal } from "./stop-signal.ts";
import type { Strays } from "./strays.ts";

/** What the lanes of one thread share. */
export interface LaneContext {
  readonly settings: ReadonlyArray<PreparedSetting>;
  readonly sandboxes: Sandboxes;
  readonly gate: Gate;
  readonly stop: StopSignal;
  readonly strays: Strays;
  readonly now: () => number;
}

/** A setting with what is made of it once. */
export interface PreparedSetting extends Setting {
  readonly mask: Mask;
}

export function prepareSetting(setting: Setting): PreparedSetting {
  return { ...setting, mask: maskOf(setting) };
}

const readSurplus = 4000;
const keptSurplus = 40;

/** Masked before it is cut: half a secret is not recognised. */
function surplusText(bytes: Buffer, mask: Mask): string {
  return mask.text(bytes.subarray(0, readSurplus).toString("latin1")).slice(0, keptSurplus);
}

/** Runs a batch with Newman and tells what becomes of each item. */
export async function runBatch(
  batch: Batch,
  context: LaneContext,
  tell: (event: LaneEvent) => void,
): Promise<BatchEnd & { readonly kind: "ended" }> {
  const setting = context.settings[batch.suite];
  if (setting === undefined) throw new Error(`no setting ${batch.suite}`);
  const { timeoutRequestMs, timeoutScriptMs, variables, transport, input } = setting;
  const judged = new Map(batch.judged.map((one) => [one.itemId, one]));
  const names = namesOfItems(batch.collection);
  const visit = createVisit(context, tell);
  const error = await runCollection(batch.collection, {
    variables,
    input,
    transport,
    timeoutRequestMs,
    timeoutScriptMs,
    timeoutMs: longestMs(batch, setting),
    now: context.now,
    sandboxes: context.sandboxes,
    gate: context.gate,
    stop: context.stop,
    nextCleanUp: (itemId) => nextCleanUp(batch.judged, itemId),
    hasItem: (name) => names.has(name),
    onItem: (key) => visit.begin(key, judged.get(itemOf(key))),
    onSurplus: (key, bytes) => tell({ kind: "surplus", key, text: surplusText(bytes, setting.mask) }),
    onItemEnd: visit.end,
    onExecution: (execution) => {
      const one = judged.get(itemOf(execution.key));
      if (one) tell({ kind: "attempt", key: execution.key, attempt: judge(one, execution, { setting, context }) });
    },
  });
  visit.end();
  return { kind: "ended", ...(error && { error: { ...error, message: setting.mask.text(error.message) } }) };
}

/** Keeps account of the one item that is being run. */
function createVisit({ strays, gate }: LaneContext, tell: (event: LaneEvent) => void) {
  let current: string | undefined;
  const end = (): void => {
    if (current === undefined) return;
    gate.leave();
    strays.leave(current);
    current = undefined;
  };
  return {
    begin: (key: string, one: Judged | undefined): void => {
      end();
      current = key;
      strays.enter(key, one?.hasTests ?? false);
      tell({ kind: "begin", key });
    },
    end,
  };
}

function judge(
  one: Judged,
  execution: Execution,
  { setting, context }: { readonly setting: PreparedSetting; readonly context: LaneContext },
): Attempt {
  const error = execution.error ?? context.strays.of(execution.key);
  return attemptOf(one, error ? { ...execution, error } : execution, setting);
}

/** Where a stopped run goes on: the item itself, or the next one, that takes away what was created. */
function nextCleanUp(judged: Batch["judged"], itemId: string): string | null {
  const at = judged.findIndex((one) => one.itemId === itemId);
  return judged.slice(Math.max(0, at)).find(({ isCleanUp }) => isCleanUp)?.itemId ?? null;
}

/** Every item at its slowest: only what hangs without any timeout of its own is cut off by this one. */
function longestMs({ judged }: Batch, { timeoutRequestMs, timeoutScriptMs, input }: Setting): number {
  const iterations = input.iterationCount ?? 1;
  return 600_000 + (judged.length * iterations + 1) * (timeoutRequestMs + 2 * timeoutScriptMs);
}
