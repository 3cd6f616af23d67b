#!/usr/bin/env node
import type { Io } from "./io.ts";
import { main } from "./main.ts";

const { env, stdout, stderr } = process;
const io: Io = {
  stdout: (text) => void stdout.write(text),
  stderr: (text) => void stderr.write(text),
  // https://no-color.org; CI services show colours without being a terminal.
  color: !env.NO_COLOR && (stdout.isTTY === true || Boolean(env.FORCE_COLOR)),
  width: stdout.columns ?? 80,
  isInteractive: stderr.isTTY === true,
  env,
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};

// A reader that went away, as `| head` does, is no error.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2), io);
