import type { Running } from "../listen.ts";

/** A server that is right, the manifest its makers would write, and what a naive check takes for its mistakes. */
export interface Right {
  readonly name: string;
  readonly start: () => Promise<Running>;
  /** Values of the manifest's variables. */
  readonly values?: Record<string, string>;
  /** The manifest, but for its name, address and profile. Nothing is declared but what the server does. */
  readonly suite: string;
  /** What the requests of the habits carry: its credentials. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Its habits, one a line: trap, or the rule or edge that has one | what it does | how to see it | what is seen then.
   * A request is `METHOD /path [Header: value] body`, several stand between semicolons, and the last answer is looked at.
   * `{location}` and `{etag}` are those of the answers before; `[Header:]` leaves one out.
   */
  readonly habits: string;
}

/** One line of a table of habits. */
export interface Habit {
  /** The number of a trap, or the id of a rule or edge. */
  readonly of: string;
  readonly what: string;
  readonly ask: string;
  readonly shows: RegExp;
}

/** Reads a table of habits. */
export function habitsOf({ name, habits }: Right): ReadonlyArray<Habit> {
  const lines = habits.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [, of, what, ask, shows] = /^\s*(\S+) +\| (.*?) +\| (.*?) +\| (.*)$/.exec(line) ?? [];
    if (of === undefined || what === undefined || ask === undefined || shows === undefined)
      throw new Error(`${name}: not a habit: ${line}`);
    return { of, what, ask, shows: new RegExp(shows, "ims") };
  });
}
