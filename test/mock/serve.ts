import { onTestFinished } from "vitest";
import { parseManifest } from "../../src/manifest/parse.ts";
import { type MockOptions, type RequestEntry, startMock } from "../../src/mock/server.ts";

/** A mock of a manifest, for one test. */
export interface Served {
  readonly url: string;
  readonly log: ReadonlyArray<RequestEntry>;
  readonly send: (line: string, init?: Sent) => Promise<Answer>;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array | FormData;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body parsed; undefined where it is empty or no JSON. */
  readonly json: unknown;
  /** What the request log says. */
  readonly reason: string;
}

/** Starts the mock of a manifest text and stops it when the test is over. */
export async function serve(yaml: string, options: MockOptions = {}): Promise<Served> {
  const { manifest, diagnostics } = parseManifest(["api.yaml"], { read: () => yaml });
  if (!manifest) throw new Error(`the manifest of this test is broken: ${JSON.stringify(diagnostics)}`);
  const log: RequestEntry[] = [];
  const mock = await startMock(manifest, { onRequest: (entry) => log.push(entry), ...options });
  onTestFinished(() => mock.close());
  return { url: mock.url, log, send: (line, sent) => send(mock.url, line, { ...sent, log }) };
}

async function send(
  url: string,
  line: string,
  { headers, json, body, log }: Sent & { log: RequestEntry[] },
): Promise<Answer> {
  const [method = "GET", path = "/"] = line.split(" ");
  const sent = json === undefined ? body : JSON.stringify(json);
  const type: Record<string, string> = json === undefined ? {} : { "Content-Type": "application/json" };
  const before = log.length;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...type, ...headers },
    redirect: "manual",
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: parsed(text),
    reason: log[before]?.reason ?? "",
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
