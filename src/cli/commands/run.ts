import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { buildCollection } from "../../collection/build.ts";
import type { Environment, Manifest } from "../../manifest/model.ts";
import { mockVariables } from "../../mock/variables.ts";
import { expandPlan } from "../../plan/expand.ts";
import { type Selection, selectPlan } from "../../plan/select.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import type { Run } from "../../result/model.ts";
import { encodeCase, encodeEnd, encodeHeader } from "../../result/ndjson.ts";
import { runPlan } from "../../run/run-plan.ts";
import { resolveValues } from "../../run/values.ts";
import { loadTemplates } from "../../template.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { type LoadedManifest, loadManifest, printDiagnostics } from "../load-manifest.ts";
import { createProgress } from "../progress.ts";
import { UsageError } from "../usage-error.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

export interface RunFlags {
  readonly mock?: boolean;
  readonly env?: string;
  readonly baseUrl?: string;
  readonly envVar?: Readonly<Record<string, string>>;
  readonly envFile?: string;
  readonly reporter: string;
  readonly out: string;
  readonly concurrency: number;
  readonly timeout: number;
  readonly timeoutScript: number;
  readonly grep?: string;
  readonly tag?: ReadonlyArray<string>;
  readonly profile?: string;
  readonly strict?: boolean;
  readonly readOnly?: boolean;
}

/** `newmanifest run`: manifest to reports. Resolves with the exit code. */
export async function run(files: ReadonlyArray<string>, flags: RunFlags, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter);
  prepareReports(chosen);
  const grep = flags.grep === undefined ? undefined : readPattern(flags.grep);
  const fileValues = flags.envFile === undefined ? {} : readEnvFile(flags.envFile);
  const loaded = loadManifest(files, { ...io, env: { ...io.env, ...fileValues } });
  if (loaded === undefined) return exitCodes.badInput;
  const manifest = withFlags(loaded.manifest, flags);
  const environment = chooseEnvironment(manifest, flags.env);
  const selection: Selection = {
    ...(grep && { grep }),
    tags: flags.tag ?? [],
    isReadOnly: flags.readOnly === true || environment.isReadOnly,
  };
  const plan = selectPlan(expandPlan(manifest), selection);
  if (plan.groups.length === 0) throw new UsageError("no case is left: --grep and --tag match nothing");
  const mock = flags.mock ? await startMockOf(manifest, flags, io) : undefined;
  try {
    const overrides = mock ? { ...mock.variables, baseUrl: mock.url } : { ...baseUrlOf(flags), ...flags.envVar };
    const values = resolveValues(manifest, { environment, overrides, process: { ...io.env, ...fileValues } });
    if (printDiagnostics(values.diagnostics, loaded.sources, io)) return exitCodes.badInput;
    const result = await runAndRecord({ ...loaded, manifest }, { plan, flags, values, environment, io });
    writeReports(result, chosen, { io, sources: loaded.sources });
    if (result.broken !== undefined) io.stderr(`error: ${result.broken}\n`);
    return exitCode(result);
  } finally {
    await mock?.close();
  }
}

interface RunContext {
  readonly plan: ReturnType<typeof expandPlan>;
  readonly flags: RunFlags;
  readonly values: ReturnType<typeof resolveValues>;
  readonly environment: Environment;
  readonly io: Io;
}

/** Runs the plan; the run file grows as cases end, so a killed run keeps what it had. */
async function runAndRecord(
  loaded: LoadedManifest,
  { plan, flags, values, environment, io }: RunContext,
): Promise<Run> {
  const { manifest, locate, placeOf, folder } = loaded;
  const collection = buildCollection(plan, { manifest, render: loadTemplates(), placeOf });
  const file = openRunFile(flags.out);
  const progress = createProgress(io);
  try {
    const result = await runPlan({
      plan,
      collection,
      environment: environment.name,
      variables: values.variables,
      secrets: values.secrets,
      placeOf: locate,
      lanes: flags.concurrency,
      timeoutRequestMs: flags.timeout,
      timeoutScriptMs: flags.timeoutScript,
      workingDir: folder,
      hasProxy: Boolean(io.env.HTTP_PROXY ?? io.env.http_proxy ?? io.env.HTTPS_PROXY ?? io.env.https_proxy),
      onStart: (header) => {
        writeSync(file, lineOf(encodeHeader(header)));
        progress.start(header.cases);
      },
      onCase: (one, seq) => {
        writeSync(file, lineOf(encodeCase(one, seq)));
        progress.step(one);
      },
    });
    const { durationMs, broken } = result;
    writeSync(file, lineOf(encodeEnd(broken === undefined ? { durationMs } : { durationMs, broken })));
    return result;
  } finally {
    progress.end();
    closeSync(file);
  }
}

function openRunFile(folder: string): number {
  const name = join(folder, "run.ndjson");
  return guard(`write ${name}`, () => {
    mkdirSync(folder, { recursive: true });
    return openSync(name, "w");
  });
}

function lineOf(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

async function startMockOf(manifest: Manifest, { envVar }: RunFlags, io: Io) {
  const { startMock } = await import("../../mock/server.ts");
  // Both sides must agree on the credentials.
  const variables = { ...mockVariables(manifest), ...envVar };
  const server = await startMock(manifest, { variables });
  io.stderr(`mock of ${manifest.name} at ${server.url}\n`);
  return { variables, url: server.url, close: server.close };
}

function withFlags(manifest: Manifest, { profile, strict }: RunFlags): Manifest {
  if (profile !== undefined && profile !== "minimal" && profile !== "standard" && profile !== "thorough") {
    throw new UsageError(`there is no profile "${profile}": minimal, standard or thorough`);
  }
  return { ...manifest, ...(profile && { profile }), strict: strict ?? manifest.strict };
}

function chooseEnvironment(manifest: Manifest, name: string | undefined): Environment {
  const found = manifest.environments.find((one) => name === undefined || one.name === name);
  if (found === undefined) {
    const known = manifest.environments.map((one) => one.name).join(", ");
    throw new UsageError(`there is no environment "${name}": the manifest has ${known}`);
  }
  return found;
}

function baseUrlOf({ baseUrl }: RunFlags): Readonly<Record<string, string>> {
  if (baseUrl === undefined) return {};
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError(`--base-url ${baseUrl} is no http or https URL`);
  return { baseUrl: baseUrl.replace(/\/+$/, "") };
}

function readPattern(text: string): RegExp {
  const regex = /^\/(.+)\/(i?)$/.exec(text);
  if (regex?.[1] === undefined) return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
  try {
    return new RegExp(regex[1], regex[2]);
  } catch {
    throw new UsageError(`--grep ${text} is no regular expression`);
  }
}

function readEnvFile(file: string): Record<string, string> {
  const values = parseEnv(guard(`read ${file}`, () => readFileSync(file, "utf8")));
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
