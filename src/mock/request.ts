/** One request, as the server read it. */
export interface MockRequest {
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Undefined: larger than the server accepts. */
  readonly body: Uint8Array | undefined;
  /** Address of the client. */
  readonly client: string;
  readonly nowMs: number;
}

/** The request target taken apart. */
export interface Target {
  /** As sent, without the query. */
  readonly path: string;
  /** Decoded; undefined: the percent-encoding is broken. */
  readonly segments: ReadonlyArray<string> | undefined;
  readonly query: URLSearchParams;
}

/** Takes a request target apart. It is not normalised: `..` and `//` are names that no route has. */
export function readTarget(target: string): Target {
  // A proxy sends the absolute form (RFC 9112, 3.2.2).
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(target)?.[0] ?? "";
  const [path = "", ...query] = target.slice(origin.length).split("?");
  return { path: path || "/", segments: decodeSegments(path || "/"), query: new URLSearchParams(query.join("?")) };
}

function decodeSegments(path: string): ReadonlyArray<string> | undefined {
  try {
    return path === "/" ? [] : path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
