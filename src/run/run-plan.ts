import type { CollectionFile } from "../collection/format.ts";
import { itemId } from "../collection/ids.ts";
import type { Case, Plan } from "../plan/model.ts";
import type { Place, Run } from "../result/model.ts";
import { maskOf } from "./mask.ts";
import { type RunSuitesOptions, runSuites } from "./run-suites.ts";
import { type ListenForStrayErrors, openLocalStation } from "./station/local.ts";
import type { OpenStation } from "./station/station.ts";
import { partsOfCollection, type Suite } from "./suite.ts";
import type { Transport } from "./transport.ts";

export interface RunOptions extends Omit<RunSuitesOptions, "suites" | "openStation"> {
  /** Where it runs. Default: in this thread. */
  readonly openStation?: OpenStation;
  readonly plan: Plan;
  /** What `plan` was built into, or a plan that it is a part of. */
  readonly collection: CollectionFile;
  /** Every variable that the requests need, `baseUrl` among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values that must not be kept anywhere. */
  readonly secrets?: ReadonlyArray<string>;
  /** Headers, parameters and fields whose values must not be kept either, besides those that are usually secret. */
  readonly redact?: ReadonlyArray<string>;
  /** Where a case stands in the manifest. */
  readonly placeOf: (one: Case) => Place;
  /** For one request. Default: 30 s. */
  readonly timeoutRequestMs?: number;
  /** For one script. Default: 10 s. */
  readonly timeoutScriptMs?: number;
  /** How much of a body is kept where a check failed, in characters. Default: 64,000. */
  readonly keptBody?: number;
  readonly transport?: Transport;
  /** Absent: an error that nobody caught ends the process. */
  readonly onStrayError?: ListenForStrayErrors;
}

export const defaults = { timeoutRequestMs: 30_000, timeoutScriptMs: 10_000, keptBody: 64_000 } as const;

/** Runs a plan with Newman in this thread, several groups at once and the bursts alone at the end, and returns it in plan order. */
export function runPlan(options: RunOptions): Promise<Run> {
  const openStation = options.openStation ?? openLocalStation(options.onStrayError);
  return runSuites({ ...options, suites: [planSuite(options)], openStation });
}

/** A plan that was built as a whole, with what it runs with. */
export function planSuite(options: Omit<RunOptions, "environment">): Suite {
  const { plan, collection, variables, secrets = [], redact = [], placeOf, transport = {} } = options;
  const { timeoutRequestMs, timeoutScriptMs, keptBody } = { ...defaults, ...options };
  const setting = {
    variables,
    secrets,
    redact,
    every: plan.every,
    timeoutRequestMs,
    timeoutScriptMs,
    keptBody,
    transport,
    input: {},
  };
  return {
    plan,
    placeOf,
    baseUrl: variables.baseUrl ?? "",
    collectionOf: partsOfCollection(plan, collection),
    keyOf: (one: Case) => itemId(plan.suite, one.id),
    setting,
    mask: maskOf(setting),
  };
}
