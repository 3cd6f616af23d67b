import { UsageError } from "./usage-error.ts";

/** A reporter of the user's own that failed, in a sentence. */
export class ReporterError extends UsageError {}

/** What somebody else's reporter draws, looked at piece by piece. */
export function* foreignPieces(name: string, draw: () => unknown): Generator<string> {
  const drawn = attempt(name, draw);
  if (typeof drawn === "string") {
    yield drawn;
    return;
  }
  if (!isIterable(drawn)) {
    const found = drawn instanceof Promise ? "a promise" : typeof drawn;
    throw new ReporterError(
      `the reporter ${name} returned ${found}: it must return a string, or an iterable of strings`,
    );
  }
  const pieces = attempt(name, () => drawn[Symbol.iterator]());
  for (;;) {
    const next = attempt(name, () => pieces.next());
    if (next.done) return;
    if (typeof next.value !== "string") {
      throw new ReporterError(`the reporter ${name} gave a piece that is ${typeof next.value}: it must be a string`);
    }
    yield next.value;
  }
}

/** Its own errors are told from those of writing. */
function attempt<Value>(name: string, work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ReporterError(`the reporter ${name} failed: ${reason.split("\n")[0]}`, { cause });
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
