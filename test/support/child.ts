import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/package.ts";

/** A command line in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  /** What it has said so far, on both streams. */
  readonly said: () => string;
  /** Resolves with its exit code, or the signal that has ended it. */
  readonly ended: Promise<number | string | null>;
}

const bin = join(packageRoot, "dist/cli/bin.js");

export interface ChildOptions {
  readonly cwd?: string;
  /** Added to the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `newmanifest` with these arguments. */
export function startCli(args: ReadonlyArray<string>, { cwd, env }: ChildOptions = {}): Child {
  const child = spawn(process.execPath, [bin, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  return {
    process: child,
    said: () => said,
    ended: new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal))),
  };
}
