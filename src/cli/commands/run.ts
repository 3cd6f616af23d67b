import type { Manifest } from "../../manifest/model.ts";
import { mockVariables } from "../../mock/variables.ts";
import { expandPlan } from "../../plan/expand.ts";
import { selectPlan } from "../../plan/select.ts";
import { reporters } from "../../report/reporters.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import { resolveValues } from "../../run/values.ts";
import type { Io } from "../io.ts";
import { loadManifest, printDiagnostics } from "../load-manifest.ts";
import { recordRun } from "../record-run.ts";
import { openRunFile } from "../run-file.ts";
import { baseUrlOf, chooseEnvironment, type RunFlags, readEnvFile, readPattern, withFlags } from "../run-flags.ts";
import { UsageError } from "../usage-error.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

/** `newmanifest run`: manifest to reports. Resolves with the exit code. */
export async function run(files: ReadonlyArray<string>, flags: RunFlags, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter, reporters);
  prepareReports(chosen);
  const grep = flags.grep === undefined ? undefined : readPattern(flags.grep);
  const env = { ...io.env, ...(flags.envFile === undefined ? {} : readEnvFile(flags.envFile)) };
  const loaded = loadManifest(files, { ...io, env });
  if (loaded === undefined) return exitCodes.badInput;
  const manifest = withFlags(loaded.manifest, flags);
  const environment = chooseEnvironment(manifest, flags.env);
  const isReadOnly = flags.readOnly === true || environment.isReadOnly;
  const plan = selectPlan(expandPlan(manifest), { ...(grep && { grep }), tags: flags.tag ?? [], isReadOnly });
  if (plan.groups.length === 0) throw new UsageError("no case is left: --grep and --tag match nothing");
  const mock = flags.mock ? await startMockOf(manifest, flags, io) : undefined;
  try {
    const overrides = mock ? { ...mock.variables, baseUrl: mock.url } : { ...baseUrlOf(flags), ...flags.envVar };
    const values = resolveValues(manifest, { environment, overrides, process: env });
    if (printDiagnostics(values.diagnostics, loaded.sources, io)) return exitCodes.badInput;
    const file = openRunFile(flags.out);
    const result = await recordRun({ ...loaded, manifest }, { plan, flags, values, environment, file, io });
    writeReports(result, chosen, { io, sources: loaded.sources });
    if (result.broken !== undefined) io.stderr(`error: ${result.broken}\n`);
    const refusal = file.close();
    if (refusal === undefined) return exitCode(result);
    io.stderr(`error: ${refusal}\n`);
    return exitCodes.broken;
  } finally {
    await mock?.close();
  }
}

async function startMockOf(manifest: Manifest, { envVar, quiet }: RunFlags, io: Io) {
  const { startMock } = await import("../../mock/server.ts");
  // Both sides must agree on the credentials.
  const variables = { ...mockVariables(manifest), ...envVar };
  const server = await startMock(manifest, { variables });
  if (!quiet) io.stderr(`mock of ${manifest.name} at ${server.url}\n`);
  return { variables, url: server.url, close: server.close };
}
