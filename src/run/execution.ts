/** What one execution of an item came to. Bodies are text; nothing here refers to Newman's own objects. */
export interface Execution {
  readonly itemId: string;
  readonly durationMs: number;
  readonly request?: ObservedRequest;
  readonly response?: ObservedResponse;
  /** The transport's error, or the script's. */
  readonly error?: ObservedError;
  readonly assertions: ReadonlyArray<{
    readonly name: string;
    readonly state: "passed" | "failed" | "skipped";
    readonly message?: string;
  }>;
  /** Arguments of console.warn. */
  readonly warnings: ReadonlyArray<ReadonlyArray<string>>;
}

export interface ObservedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly body?: string;
}

export interface ObservedResponse {
  readonly status: number;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly timeMs: number;
  readonly sizeBytes: number;
  readonly body: string;
}

export interface ObservedError {
  readonly code: string;
  readonly message: string;
}
