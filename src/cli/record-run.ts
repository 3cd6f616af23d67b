import { buildCollection } from "../collection/build.ts";
import type { Environment } from "../manifest/model.ts";
import type { Plan } from "../plan/model.ts";
import type { Run } from "../result/model.ts";
import { runPlan } from "../run/run-plan.ts";
import type { Values } from "../run/values.ts";
import { loadTemplates } from "../template.ts";
import type { Io } from "./io.ts";
import type { LoadedManifest } from "./load-manifest.ts";
import { createProgress } from "./progress.ts";
import type { RunFile } from "./run-file.ts";
import type { RunFlags } from "./run-flags.ts";
import { listenForStrayErrors } from "./stray-errors.ts";

/** What a run is made with. */
export interface RunContext {
  readonly plan: Plan;
  readonly flags: RunFlags;
  readonly values: Values;
  readonly environment: Environment;
  readonly file: RunFile;
  readonly io: Io;
}

/** Runs the plan, with a line in the run file and a step of the progress for each case that ends. */
export async function recordRun(loaded: LoadedManifest, context: RunContext): Promise<Run> {
  const { plan, flags, values, environment, file, io } = context;
  const { manifest, locate, placeOf, folder } = loaded;
  const progress = createProgress({ io, isQuiet: flags.quiet === true });
  try {
    const run = await runPlan({
      plan,
      collection: buildCollection(plan, { manifest, render: loadTemplates(), placeOf }),
      environment: environment.name,
      variables: values.variables,
      secrets: values.secrets,
      placeOf: locate,
      lanes: flags.concurrency,
      timeoutRequestMs: flags.timeout,
      timeoutScriptMs: flags.timeoutScript,
      workingDir: folder,
      hasProxy: hasProxy(io.env),
      onStrayError: listenForStrayErrors,
      onStart: (header) => {
        file.start(header);
        progress.start(header.cases);
      },
      onCase: (one, seq) => {
        file.add(one, seq);
        progress.step(one);
      },
    });
    const { durationMs, broken } = run;
    file.end(broken === undefined ? { durationMs } : { durationMs, broken });
    return run;
  } finally {
    progress.end();
  }
}

function hasProxy(env: Io["env"]): boolean {
  return Boolean(env.HTTP_PROXY ?? env.http_proxy ?? env.HTTPS_PROXY ?? env.https_proxy);
}
