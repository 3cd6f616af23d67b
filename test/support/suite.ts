import { buildCollection } from "../../src/collection/build.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import { createLocator } from "../../src/diagnostic/locate.ts";
import type { Manifest } from "../../src/manifest/model.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case, Plan } from "../../src/plan/model.ts";
import type { CaseRun, Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { planSuite, type RunOptions, runPlan } from "../../src/run/run-plan.ts";
import type { Suite } from "../../src/run/suite.ts";
import { resolveValues } from "../../src/run/values.ts";
import { loadTemplates } from "../../src/template.ts";

const render = loadTemplates();

/** A manifest from its text; a mistake in it fails the test with the drawn diagnostic. */
export function manifestOf(text: string): Manifest {
  const read = () => text;
  const { manifest, diagnostics, sources } = parseManifest(["api.yaml"], { read });
  if (manifest === undefined) throw new Error(diagnostics.map((one) => drawDiagnostic(one, sources)).join("\n"));
  return manifest;
}

/** Every case of a plan, in order. */
export function casesOf(plan: Plan): ReadonlyArray<Case> {
  return plan.groups.flatMap(({ cases }) => cases);
}

/** The collection of a manifest, as generate writes it. */
export function collectionOf(manifest: Manifest) {
  const locate = createLocator(manifest.sources);
  const plan = expandPlan(manifest);
  const placeOf = (one: Case) => `api.yaml:${locate(one.span).line}`;
  return { plan, collection: buildCollection(plan, { manifest, render, placeOf }) };
}

type SuiteOptions = { readonly values?: Record<string, string> } & Partial<
  Omit<RunOptions, "plan" | "collection" | "environment" | "variables" | "secrets" | "placeOf">
>;

/** Runs a manifest against a server, as the run command does, but in this thread. */
export function runAgainst(baseUrl: string, text: string, options: SuiteOptions = {}): Promise<Run> {
  return runPlan(runOptions(baseUrl, text, options));
}

/** A manifest as a suite against a server. */
export function suiteAt(baseUrl: string, text: string, options: SuiteOptions = {}): Suite {
  return planSuite(runOptions(baseUrl, text, options));
}

function runOptions(baseUrl: string, text: string, { values = {}, ...rest }: SuiteOptions): RunOptions {
  const manifest = manifestOf(text);
  const locate = createLocator(manifest.sources);
  const [environment] = manifest.environments;
  if (environment === undefined) throw new Error("no environment");
  const resolved = resolveValues(manifest, { environment, overrides: { baseUrl, ...values }, process: {} });
  if (resolved.diagnostics.length > 0) throw new Error(JSON.stringify(resolved.diagnostics));
  return {
    ...collectionOf(manifest),
    environment: environment.name,
    variables: resolved.variables,
    secrets: resolved.secrets,
    placeOf: (one) => locate(one.span),
    ...rest,
  };
}

/** `outcome  title`, a line each, for cases whose outcome is not `passed`. */
export function notPassed(run: Run): ReadonlyArray<string> {
  const became = outcomes(run.cases);
  return run.cases.filter(({ id }) => became.get(id) !== "passed").map((one) => `${became.get(one.id)}  ${one.title}`);
}

/** What a report shows in red: `title: rule` of the failed checks, of failed cases. */
export function redChecks(run: Run): ReadonlyArray<string> {
  const became = outcomes(run.cases);
  const failed = run.cases.filter(({ id }) => became.get(id) === "failed");
  return failed.flatMap((one) =>
    lastChecks(one)
      .filter(({ passed, level }) => !passed && level === "error")
      .map(({ rule }) => `${one.title}: ${rule}`),
  );
}

function lastChecks({ attempts }: CaseRun) {
  return attempts.at(-1)?.checks ?? [];
}
