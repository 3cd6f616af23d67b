import type { Manifest } from "../../manifest/model.ts";
import { faultSites } from "../../mock/fault-sites.ts";
import { type FaultId, faults } from "../../mock/faults.ts";
import { type Mock, type MockOptions, type RequestEntry, startMock } from "../../mock/server.ts";
import { mockVariables, substituteText } from "../../mock/variables.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { Io } from "../io.ts";
import { loadManifest } from "../load-manifest.ts";
import { readDelay } from "../read-delay.ts";
import { readFault } from "../read-fault.ts";
import { reloadOnChange } from "../reload-on-change.ts";
import { UsageError } from "../usage-error.ts";

export interface MockFlags {
  readonly port?: number;
  readonly host: string;
  readonly envVar?: Readonly<Record<string, string>>;
  readonly delay?: string;
  readonly seed?: number;
  readonly fault?: string;
  /** `--no-watch` makes it false. */
  readonly watch: boolean;
  readonly quiet?: boolean;
}

/** `newmanifest mock`: serves until it is stopped. */
export async function mock(files: ReadonlyArray<string>, flags: MockFlags, io: Io): Promise<number> {
  const delay = flags.delay === undefined ? {} : { delay: readDelay(flags.delay) };
  const fault = flags.fault === undefined ? {} : { fault: readFault(flags.fault) };
  const read: string[] = [];
  const loaded = loadManifest(files, io, { onRead: (file) => read.push(file) });
  if (loaded === undefined) return exitCodes.badInput;
  const { manifest } = loaded;
  const variables = variablesOf(manifest, flags);
  const port = flags.port ?? portOf(manifest, variables);
  const { host, seed = 0 } = flags;
  const server = await start(manifest, { port, host, variables, seed, ...delay, ...fault, ...requestLog(flags, io) });
  io.stderr(`mock of ${manifest.name} at ${server.url}\n${credentialLines(manifest, variables)}`);
  if (fault.fault) io.stderr(faultLine(fault.fault, manifest, variables));
  const watch = flags.watch
    ? reloadOnChange(files, read, { io, reload: (next) => reload(server, next, flags) })
    : undefined;
  await io.untilStopped();
  watch?.stop();
  await server.close();
  return exitCodes.proven;
}

function variablesOf(manifest: Manifest, { envVar }: MockFlags): Readonly<Record<string, string>> {
  return { ...mockVariables(manifest), ...envVar };
}

/** Goes on with the manifest as it is now, and says what became of the resources. */
function reload(server: Mock, manifest: Manifest, flags: MockFlags): string {
  const variables = variablesOf(manifest, flags);
  const { url, kept } = server.reload(manifest, { variables });
  const fate =
    kept === undefined
      ? "it starts over, as the resources do not fit any more"
      : `${kept} ${kept === 1 ? "resource" : "resources"} kept`;
  return `reloaded: ${fate}; mock of ${manifest.name} at ${url}\n`;
}

async function start(manifest: Manifest, options: MockOptions): Promise<Mock> {
  try {
    return await startMock(manifest, options);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EADDRINUSE") throw new UsageError(`port ${options.port} is in use: choose another one with --port`);
    if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new UsageError(`cannot listen at ${options.host}:${options.port} (${code})`);
    }
    throw error;
  }
}

function requestLog({ quiet }: MockFlags, io: Io): Pick<MockOptions, "onRequest"> {
  // Paths come from whoever asks: no control characters reach the terminal.
  return quiet ? {} : { onRequest: (entry) => io.stdout(`${lineOf(entry).replace(/\p{Cc}/gu, " ")}\n`) };
}

function lineOf({ method, path, status, ms, delayMs, reason }: RequestEntry): string {
  const held = delayMs > 0 ? ` (held back ${delayMs} ms)` : "";
  return `${status} ${method.padEnd(7)} ${path}  ${reason}  ${ms.toFixed(1)} ms${held}`;
}

/** What is wrong with it, and where; on purpose. */
function faultLine(id: FaultId, manifest: Manifest, variables: Readonly<Record<string, string>>): string {
  const places = (faultSites(manifest, variables).get(id) ?? []).map(({ endpoint }) => endpoint);
  const where = places.length === 0 ? "nowhere: this API cannot have it" : places.join(", ");
  return `  with the fault ${id}: ${faults[id].mistake} (${where})\n`;
}

/** What to send to be whom: invented where the manifest leaves it open. */
function credentialLines(manifest: Manifest, variables: Readonly<Record<string, string>>): string {
  const lines = manifest.identities.map(({ name, auth }) => {
    const { kind, ...values } = auth;
    const text = Object.entries(values).map(([key, value]) => `${key} ${substituteText(String(value), variables)}`);
    return `  ${name}: ${kind}, ${text.join(", ")}\n`;
  });
  return lines.join("");
}

function portOf(manifest: Manifest, variables: Readonly<Record<string, string>>): number {
  const baseUrl = substituteText(manifest.baseUrl, variables);
  const port = URL.canParse(baseUrl) ? Number(new URL(baseUrl).port) : 0;
  return port || 4010;
}
