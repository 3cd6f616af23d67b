/** The methods a manifest may name (RFC 9110, 9.3; PATCH: RFC 5789). CONNECT is a tunnel, not an endpoint. */
export interface Method {
  /** Does not ask for a change (RFC 9110, 9.2.1). */
  readonly isSafe: boolean;
  /** Twice has the effect of once (RFC 9110, 9.2.2). */
  readonly isIdempotent: boolean;
}

export const methods = {
  GET: { isSafe: true, isIdempotent: true },
  HEAD: { isSafe: true, isIdempotent: true },
  OPTIONS: { isSafe: true, isIdempotent: true },
  TRACE: { isSafe: true, isIdempotent: true },
  POST: { isSafe: false, isIdempotent: false },
  PUT: { isSafe: false, isIdempotent: true },
  PATCH: { isSafe: false, isIdempotent: false },
  DELETE: { isSafe: false, isIdempotent: true },
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;
