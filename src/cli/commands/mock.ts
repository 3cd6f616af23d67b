import type { Manifest } from "../../manifest/model.ts";
import { startMock } from "../../mock/server.ts";
import { mockVariables, substituteText } from "../../mock/variables.ts";
import { exitCodes } from "../../result/exit-code.ts";
import type { Io } from "../io.ts";
import { loadManifest } from "../load-manifest.ts";
import { UsageError } from "../usage-error.ts";

export interface MockFlags {
  readonly port?: number;
  readonly host: string;
  readonly envVar?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
}

/** `newmanifest mock`: serves until it is stopped. */
export async function mock(files: ReadonlyArray<string>, flags: MockFlags, io: Io): Promise<number> {
  const loaded = loadManifest(files, io);
  if (loaded === undefined) return exitCodes.badInput;
  const { manifest } = loaded;
  const variables = { ...mockVariables(manifest), ...flags.envVar };
  const port = flags.port ?? portOf(manifest, variables);
  const server = await start(manifest, { port, host: flags.host, variables, ...requestLog(flags, io) });
  io.stderr(`mock of ${manifest.name} at ${server.url}\n${credentialLines(manifest, variables)}`);
  await io.untilStopped();
  await server.close();
  return exitCodes.proven;
}

async function start(manifest: Manifest, options: NonNullable<Parameters<typeof startMock>[1]>) {
  try {
    return await startMock(manifest, options);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EADDRINUSE") throw new UsageError(`port ${options.port} is in use: choose another one with --port`);
    if (code === "EACCES" || code === "EADDRNOTAVAIL") {
      throw new UsageError(`cannot listen at ${options.host}:${options.port} (${code})`);
    }
    throw error;
  }
}

function requestLog({ quiet }: MockFlags, io: Io): Pick<NonNullable<Parameters<typeof startMock>[1]>, "onRequest"> {
  if (quiet) return {};
  return {
    onRequest: ({ method, path, status, ms, reason }) => {
      const text = `${status} ${method.padEnd(7)} ${path}  ${reason}  ${ms.toFixed(1)} ms`;
      // Paths come from whoever asks: no control characters reach the terminal.
      io.stdout(`${text.replace(/\p{Cc}/gu, " ")}\n`);
    },
  };
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
