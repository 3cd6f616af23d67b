import { join } from "node:path";
import type { Manifest, Source } from "../../manifest/model.ts";
import { mockVariables } from "../../mock/variables.ts";
import { expandPlan } from "../../plan/expand.ts";
import type { Plan } from "../../plan/model.ts";
import { selectPlan } from "../../plan/select.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { CaseRun } from "../../result/model.ts";
import type { Suite } from "../../run/suite.ts";
import { resolveValues } from "../../run/values.ts";
import type { Io } from "../io.ts";
import { loadManifest, printDiagnostics } from "../load-manifest.ts";
import { baseUrlOf, chooseEnvironment, type RunFlags, readEnvFile, readPattern, withFlags } from "../run-flags.ts";
import { type Share, takeShard } from "../take-shard.ts";
import { UsageError } from "../usage-error.ts";
import { finishedCases, lastDurations, notGreen, readEarlierRun } from "./earlier-run.ts";
import { manifestSuite } from "./manifest-suite.ts";
import { transportOf } from "./transport-of.ts";

/** All that is known before the first request. */
export interface PreparedRun extends Pick<Share, "shard"> {
  readonly suites: ReadonlyArray<Suite>;
  /** Name of the environment, for the report. */
  readonly environment: string;
  readonly sources: ReadonlyArray<Source>;
  readonly durations: ReadonlyMap<string, number>;
  /** Of a run that is taken up again. */
  readonly finished: ReadonlyMap<string, CaseRun>;
  /** The whole plan of the manifest, whatever of it is asked for. */
  readonly whole: Plan;
  /** Ends the mock, where there is one. */
  readonly close: () => Promise<void>;
}

export interface PrepareOptions {
  readonly flags: RunFlags;
  readonly io: Io;
  /** Told the name of each file that is read. */
  readonly onRead?: (file: string) => void;
  /** Only these cases of the plan. */
  readonly only?: (plan: Plan) => ReadonlySet<string>;
}

/** Reads what is to be run; an exit code where nothing is. */
export async function prepareRun(
  files: ReadonlyArray<string>,
  { flags, io, onRead, only }: PrepareOptions,
): Promise<PreparedRun | number> {
  const env = { ...io.env, ...(flags.envFile === undefined ? {} : readEnvFile(flags.envFile)) };
  const loaded = loadManifest(files, { ...io, env }, { ...(onRead && { onRead }) });
  if (loaded === undefined) return exitCodes.badInput;
  const manifest = withFlags(loaded.manifest, flags);
  const environment = chooseEnvironment(manifest, flags.environment ?? flags.env);
  const whole = expandPlan(manifest);
  const wanted = [failedThen(flags, io), only?.(whole)].filter((ids) => ids !== undefined);
  const selected = choose(whole, { flags, isReadOnly: environment.isReadOnly, wanted, io });
  if (selected === undefined) return exitCodes.proven;
  const share = takeShard(selected, flags, io);
  const mock = flags.mock ? await startMockOf(manifest, flags, io) : undefined;
  const overrides = mock ? { ...mock.variables, baseUrl: mock.url } : { ...baseUrlOf(flags), ...flags.envVar };
  const values = resolveValues(manifest, { environment, overrides, process: env });
  if (printDiagnostics(values.diagnostics, loaded.sources, io)) {
    await mock?.close();
    return exitCodes.badInput;
  }
  const transport = transportOf(flags, env, loaded.folder);
  const runFile = join(flags.out, "run.ndjson");
  return {
    ...share,
    suites: [manifestSuite({ ...loaded, manifest }, { plan: share.plan, flags, values, transport })],
    environment: environment.name,
    whole,
    sources: loaded.sources,
    durations: lastDurations(runFile),
    finished: flags.resume ? finishedCases(share.plan, readEarlierRun(runFile, io), runFile) : new Map(),
    close: async () => mock?.close(),
  };
}

interface Choice {
  readonly flags: RunFlags;
  readonly isReadOnly: boolean;
  /** Sets of ids of which a case must be in each. */
  readonly wanted: ReadonlyArray<ReadonlySet<string>>;
  readonly io: Io;
}

/** The part of the plan that is asked for; undefined: there is nothing to do, and that is all right. */
function choose(plan: Plan, { flags, isReadOnly, wanted, io }: Choice): Plan | undefined {
  if (wanted.some(({ size }) => size === 0)) {
    io.stderr("nothing to do\n");
    return undefined;
  }
  const grep = flags.grep === undefined ? undefined : readPattern(flags.grep);
  const selected = selectPlan(plan, {
    ...(grep && { grep }),
    ...(wanted.length > 0 && { only: ({ id }) => wanted.every((ids) => ids.has(id)) }),
    tags: flags.tag ?? [],
    isReadOnly: flags.readOnly === true || isReadOnly,
  });
  if (selected.groups.length > 0) return selected;
  throw new UsageError("no case is left: --grep, --tag and --failed match nothing together");
}

function failedThen({ failed }: RunFlags, io: Io): ReadonlySet<string> | undefined {
  return failed === undefined ? undefined : notGreen(readEarlierRun(failed, io));
}

async function startMockOf(manifest: Manifest, { envVar, quiet }: RunFlags, io: Io) {
  const { startMock } = await import("../../mock/server.ts");
  // Both sides must agree on the credentials.
  const variables = { ...mockVariables(manifest), ...envVar };
  const server = await startMock(manifest, { variables });
  if (!quiet) io.stderr(`mock of ${manifest.name} at ${server.url}\n`);
  return { variables, url: server.url, close: server.close };
}
