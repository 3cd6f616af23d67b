import { buildCollection } from "../collection/build.ts";
import type { CollectionFile } from "../collection/format.ts";
import { createLocator } from "../diagnostic/locate.ts";
import type { Manifest, Profile } from "../manifest/model.ts";
import { type FaultSite, faultSites } from "../mock/fault-sites.ts";
import type { FaultId } from "../mock/faults.ts";
import { startMock } from "../mock/server.ts";
import { expandPlan } from "../plan/expand.ts";
import type { Case, Plan } from "../plan/model.ts";
import type { Run } from "../result/model.ts";
import { runPlan } from "../run/run-plan.ts";
import { openLocalStation } from "../run/station/local.ts";
import { resolveValues } from "../run/values.ts";
import { loadTemplates } from "../template.ts";

/** What a proof is made of. It can be sent to a thread. */
export interface Subject {
  readonly manifest: Manifest;
  /** Every variable; both sides use the same. */
  readonly variables: Readonly<Record<string, string>>;
  /** Files of multipart bodies are relative to it. */
  readonly workingDir?: string;
}

/** A suite that can be run against its mock over and over. */
export interface Material {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly sites: ReadonlyMap<FaultId, ReadonlyArray<FaultSite>>;
  /** Whether parts of groups are green by themselves, by the ids of their cases, as far as somebody has asked. */
  readonly green: Map<string, Promise<boolean>>;
  /** Runs some groups of the plan against a mock of their own, with a fault in it or without: nobody else has left traces there. */
  readonly run: (groups: Plan["groups"], fault?: FaultId) => Promise<Run>;
}

/** A fault makes a server slow only where `under` is promised: whatever takes longer than this hangs. */
const timeoutRequestMs = 10_000;

export function prepare({ manifest, variables, workingDir }: Subject): Material {
  const locate = createLocator(manifest.sources);
  const placeOf = (one: Case) => locate(one.span);
  const plan = expandPlan(manifest);
  const label = (one: Case) => `${placeOf(one).file}:${placeOf(one).line}`;
  const collection: CollectionFile = buildCollection(plan, { manifest, render: loadTemplates(), placeOf: label });
  const openStation = openLocalStation();
  const [environment] = manifest.environments;
  if (environment === undefined) throw new Error("a manifest without an environment");
  return {
    plan,
    profile: manifest.profile,
    sites: faultSites(manifest, variables),
    green: new Map(),
    run: async (groups, fault) => {
      const server = await startMock(manifest, { variables, ...(fault && { fault }) });
      const overrides = { ...variables, baseUrl: server.url };
      const values = resolveValues(manifest, { environment, overrides, process: {} });
      return runPlan({
        plan: { ...plan, groups },
        collection,
        environment: environment.name,
        variables: values.variables,
        secrets: values.secrets,
        placeOf,
        timeoutRequestMs,
        openStation,
        ...(workingDir !== undefined && { transport: { workingDir } }),
      }).finally(server.close);
    },
  };
}
