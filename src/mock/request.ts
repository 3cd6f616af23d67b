/** One request, as the server read it. */
export interface MockRequest {
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  /** Of HTTP: `1.1`. */
  readonly version: string;
  /** The header lines in their order, each with its name in lower case. */
  readonly lines: ReadonlyArray<readonly [name: string, value: string]>;
  /** By lower-case name; the values of several lines joined. */
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
  /** Its percent-encoding is; what of it could be read stands in `query`. */
  readonly isQueryBroken: boolean;
}

/** Takes a request target apart. It is not normalised: `..` and `//` are names that no route has. */
export function readTarget(target: string): Target {
  // A proxy sends the absolute form (RFC 9112, 3.2.2).
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(target)?.[0] ?? "";
  const [path = "", ...rest] = target.slice(origin.length).split("?");
  const query = rest.join("?");
  return {
    path: path || "/",
    segments: path === "" || path === "/" ? [] : decodeAll(path.split("/").slice(1)),
    query: new URLSearchParams(query),
    isQueryBroken: decodeAll([query]) === undefined,
  };
}

/** The header lines by name (RFC 9110, 5.3); cookies have a separator of their own (RFC 9113, 8.2.3). */
export function joinLines(lines: MockRequest["lines"]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of lines) {
    const known = headers.get(name);
    headers.set(name, known === undefined ? value : `${known}${name === "cookie" ? ";" : ","} ${value}`);
  }
  return headers;
}

function decodeAll(texts: ReadonlyArray<string>): ReadonlyArray<string> | undefined {
  try {
    return texts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
