import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";

/** What a command said and how it ended. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with an environment of its own. */
export async function cli(args: ReadonlyArray<string>, env: Record<string, string> = {}): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    color: false,
    width: 100,
    isInteractive: false,
    env,
    onSignal: () => () => {},
    untilStopped: async () => {},
  };
  const code = await main(args, io);
  return { code, stdout, stderr };
}
