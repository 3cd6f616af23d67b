#!/usr/bin/env node
import type { Io, Signal } from "./io.ts";
import { main } from "./main.ts";

const signals: ReadonlyArray<Signal> = ["SIGINT", "SIGTERM"];
const { env, stdout, stderr } = process;
const io: Io = {
  stdout: (text) => void stdout.write(text),
  stderr: (text) => void stderr.write(text),
  // https://no-color.org; CI services show colours without being a terminal.
  color: !env.NO_COLOR && (stdout.isTTY === true || Boolean(env.FORCE_COLOR)),
  // Asked for each time, as windows change; a terminal that does not know its width says 0.
  get width() {
    return Math.min(stdout.columns || 80, stderr.columns || Number.POSITIVE_INFINITY);
  },
  isInteractive: stderr.isTTY === true && env.TERM !== "dumb",
  env,
  onSignal,
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of signals) process.once(signal, () => resolve());
    }),
};

/** Whoever asks a third time does not want to wait for anything. */
function onSignal(listener: (signal: Signal) => void): () => void {
  let count = 0;
  const listen = (signal: Signal): void => {
    count += 1;
    if (count > 2) process.exit(signal === "SIGINT" ? 130 : 143);
    listener(signal);
  };
  for (const signal of signals) process.on(signal, listen);
  return () => {
    for (const signal of signals) process.off(signal, listen);
  };
}

// A reader that went away, as `| head` does, is no error.
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const code = await main(process.argv.slice(2), io);
// A socket on which a server still drips would keep the process alive, and an exit before the last write loses it.
await Promise.all([drained(stdout), drained(stderr)]);
process.exit(code);

/** Resolves when everything was written, or nobody reads it any more. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once("close", resolve);
    if (stream.destroyed) resolve();
    else stream.write("", () => resolve());
  });
}
