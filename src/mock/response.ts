/** One response, ready to be written. */
export interface MockResponse {
  readonly status: number;
  /** A list is one line for each value. */
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string>>>;
  readonly body: Uint8Array | undefined;
  /** Held back for so long. */
  readonly delayMs?: number;
  /** Why this code came, in a few words. */
  readonly reason: string;
  /** Against HTTP: no answer at all, an end within the body, a body where there must be none. Only faults do that. */
  readonly breakage?: "dropped" | "cut off" | "surplus";
}
