/** One response, ready to be written. */
export interface MockResponse {
  readonly status: number;
  /** A list is one line for each value. */
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string>>>;
  readonly body: Uint8Array | undefined;
  /** Held back for so long, as the client prefers. */
  readonly delayMs?: number;
  /** Why this code came, in a few words. */
  readonly reason: string;
}
