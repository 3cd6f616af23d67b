import { CommanderError } from "commander";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

/** Runs a command line and resolves with its exit code. Bugs reject. */
export async function main(argv: ReadonlyArray<string>, io: Io): Promise<number> {
  let code = 0;
  const program = createProgram(io, (exitCode) => {
    code = exitCode;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what was wrong; it also throws after --help and --version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`error: ${error.message}\n`);
    return 2;
  }
}
