/** What one execution of an item came to. Bodies are text; nothing here refers to Newman's own objects. */
export interface Execution {
  /** The item's id, with the iteration behind it after the first one. */
  readonly key: string;
  readonly durationMs: number;
  readonly request?: ObservedRequest;
  readonly response?: ObservedResponse;
  /** The transport's error, or the script's. */
  readonly error?: ObservedError;
  /** What else is known of the transport's error. */
  readonly fault?: TransportFault;
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

/** A request without a whole response. */
export interface TransportFault extends ObservedError {
  /** The status code, where the header section of the response was read to its end. */
  readonly status?: number;
  /** The bytes at which the parser stopped, cut short. */
  readonly rest?: string;
  /** The connection was opened for this request; behind a proxy nobody knows. */
  readonly isFirst: boolean;
}
