import type { Pitfall } from "./pitfall.ts";
import { credentials, libraries, messages, redirects } from "./pitfalls-request.ts";
import { cost, falseGreens, lifecycle, wire } from "./pitfalls-run.ts";

/** Every pitfall that is known, by what it is about. */
export const pitfalls: Readonly<Record<string, ReadonlyArray<Pitfall>>> = {
  wire,
  cost,
  falseGreens,
  credentials,
  messages,
  redirects,
  lifecycle,
  libraries,
};
