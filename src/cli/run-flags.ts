import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import type { Environment, Manifest } from "../manifest/model.ts";
import type { Shard } from "../plan/shard.ts";
import type { Transport } from "../run/transport.ts";
import { guard } from "./guard.ts";
import type { JudgeFlags } from "./judge/flags.ts";
import { UsageError } from "./usage-error.ts";

/** What the command line says of a run. */
export interface RunFlags
  extends Omit<Transport, "hasProxy" | "ratePerSecond" | "insecureFileRead">,
    Omit<JudgeFlags, "compare"> {
  readonly insecureFileRead: boolean;
  readonly mock?: boolean;
  /** A name of the manifest's, or a file of Postman's. */
  readonly environment?: string;
  readonly env?: string;
  readonly baseUrl?: string;
  readonly envVar?: Readonly<Record<string, string>>;
  readonly envFile?: string;
  readonly reporter: string;
  readonly out: string;
  readonly concurrency: number | "auto";
  readonly workers: number | "auto";
  /** Requests a second. */
  readonly rate?: number;
  readonly retries?: number;
  /** true: after the first failure. */
  readonly bail?: number | true;
  readonly timeout?: number;
  readonly timeoutRequest: number;
  readonly timeoutScript: number;
  readonly keepBody: number;
  readonly failed?: string;
  readonly resume?: boolean;
  readonly watch?: boolean;
  readonly grep?: string;
  readonly tag?: ReadonlyArray<string>;
  readonly profile?: string;
  readonly strict?: boolean;
  readonly readOnly?: boolean;
  readonly shard?: Shard;
  readonly durations?: ReadonlyArray<string>;
  readonly globals?: string;
  readonly globalVar?: Readonly<Record<string, string>>;
  readonly iterationData?: string;
  readonly iterationCount?: number;
  readonly folder?: ReadonlyArray<string>;
  readonly parallelFolders?: boolean;
  readonly quiet?: boolean;
  /** Names whose values are masked wherever they stand. */
  readonly redact?: ReadonlyArray<string>;
  /** The file of the request log. */
  readonly log?: string;
}

/** The manifest with the profile and the strictness that are asked for. */
export function withFlags(manifest: Manifest, { profile, strict }: Pick<RunFlags, "profile" | "strict">): Manifest {
  if (profile !== undefined && profile !== "minimal" && profile !== "standard" && profile !== "thorough") {
    throw new UsageError(`there is no profile "${profile}": minimal, standard or thorough`);
  }
  return { ...manifest, ...(profile && { profile }), strict: strict ?? manifest.strict };
}

/** The environment of that name; the first where none is named. */
export function chooseEnvironment(manifest: Manifest, name: string | undefined): Environment {
  const found = manifest.environments.find((one) => name === undefined || one.name === name);
  if (found === undefined) {
    const known = manifest.environments.map((one) => one.name).join(", ");
    throw new UsageError(`there is no environment "${name}": the manifest has ${known}`);
  }
  return found;
}

/** `--base-url`, which comes before what the environment says. */
export function baseUrlOf({ baseUrl }: RunFlags): Readonly<Record<string, string>> {
  if (baseUrl === undefined) return {};
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError(`--base-url ${baseUrl} is no http or https URL`);
  return { baseUrl: baseUrl.replace(/\/+$/, "") };
}

/** `--grep`: a text, or a regular expression between slashes. */
export function readPattern(text: string): RegExp {
  const regex = /^\/(.+)\/(i?)$/.exec(text);
  if (regex?.[1] === undefined) return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
  try {
    return new RegExp(regex[1], regex[2]);
  } catch {
    throw new UsageError(`--grep ${text} is no regular expression`);
  }
}

/** `--env-file`: NAME=value lines. */
export function readEnvFile(file: string): Record<string, string> {
  const values = parseEnv(guard(`read ${file}`, () => readFileSync(file, "utf8")));
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
