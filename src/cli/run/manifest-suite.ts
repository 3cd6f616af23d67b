import { buildCollection } from "../../collection/build.ts";
import { itemId } from "../../collection/ids.ts";
import type { Case, Plan } from "../../plan/model.ts";
import type { AlertText } from "../../result/model.ts";
import { valuesNamed } from "../../result/redact/values-named.ts";
import { maskOf } from "../../run/mask.ts";
import type { Suite } from "../../run/suite.ts";
import type { Transport } from "../../run/transport.ts";
import type { Values } from "../../run/values.ts";
import { loadTemplates } from "../../template.ts";
import type { LoadedManifest } from "../load-manifest.ts";
import type { RunFlags } from "../run-flags.ts";

export interface ManifestSuiteOptions {
  readonly plan: Plan;
  readonly flags: RunFlags;
  readonly values: Values;
  readonly transport: Transport;
}

/** The suite of a manifest. What is sent is built when its turn comes: the whole of a big suite would fill the memory. */
export function manifestSuite(
  { manifest, locate, placeOf }: LoadedManifest,
  { plan, flags, values, transport }: ManifestSuiteOptions,
): Suite {
  const { variables } = values;
  const { redact = [] } = flags;
  const setting = {
    variables,
    secrets: [...values.secrets, ...valuesNamed(redact, Object.entries(variables))],
    redact,
    every: plan.every,
    timeoutRequestMs: flags.timeoutRequest,
    timeoutScriptMs: flags.timeoutScript,
    keptBody: flags.keepBody,
    transport,
    input: {},
  };
  const render = loadTemplates();
  return {
    plan,
    setting,
    alerts: alertsOf({ manifest, locate }),
    mask: maskOf(setting),
    baseUrl: variables.baseUrl ?? "",
    placeOf: locate,
    collectionOf: (groups) => buildCollection({ ...plan, groups }, { manifest, render, placeOf, isOnlyRun: true }),
    keyOf: (one: Case) => itemId(plan.suite, one.id),
  };
}

/** The limits of the suite, then those of its endpoints, each with its place. */
function alertsOf({ manifest, locate }: Pick<LoadedManifest, "manifest" | "locate">): ReadonlyArray<AlertText> {
  const own = manifest.alerts.map((alert) => ({ text: alert.text, manifest: locate(alert) }));
  const ofEndpoints = manifest.endpoints.flatMap(({ id, alerts }) =>
    alerts.map((alert) => ({ text: alert.text, endpoint: id, manifest: locate(alert) })),
  );
  return [...own, ...ofEndpoints];
}
