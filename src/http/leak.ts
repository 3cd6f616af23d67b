import type { Level } from "./rule.ts";

/** What the outside should not see, and how it looks. The pattern is matched with `normalised` text: templates/functions/. */
export interface Leak {
  /** What it shows, as it stands in "an error shows no ...". */
  readonly shows: string;
  readonly level: Level;
  /** Of each family only the first that matches is told: one stack trace matches many. */
  readonly family: "code" | "database" | "secret" | "infrastructure";
  /** Bounded in every repetition: bodies are not to be trusted, and a script has no time limit of its own in Postman. */
  readonly pattern: RegExp;
  /** Never right, whatever the status code. */
  readonly isEverywhere?: true;
  /** In a success it may be what the API is for (logs, builds, key stores): there it is a warning of a rule of its own. */
  readonly inSuccess?: "stack" | "secret";
}
