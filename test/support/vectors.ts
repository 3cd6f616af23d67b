import { createServer, type Server } from "node:http";
import { edges } from "../../src/http/edges.ts";
import type { Rule } from "../../src/http/rule.ts";
import { type RuleId, rules } from "../../src/http/rules.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { runAgainst } from "./suite.ts";

/** A response, and what is wrong with it. */
export interface Vector {
  /** The rule it breaks; absent: it is right, and nothing may be said of it. */
  readonly rule?: RuleId;
  /** What it is, where several break the same rule. */
  readonly name?: string;
  /** Default: GET. */
  readonly method?: string;
  /** The end of its path, where that matters: `/health`. */
  readonly path?: string;
  /** Sent with the request. */
  readonly sends?: Readonly<Record<string, string>>;
  /** A JSON body of the request. */
  readonly sendsBody?: object;
  /** Default: 200. */
  readonly status?: number;
  /** What the manifest expects, where it is not `status`: then `status-expected` is said as well. */
  readonly expects?: number;
  /** Beside what an exemplary response has; null takes one of these away, an array gives several lines. */
  readonly headers?: Readonly<Record<string, string | ReadonlyArray<string> | null>>;
  /** Default: a JSON object. Objects are sent as JSON. */
  readonly body?: string | Buffer | object | null;
}

/** What nothing is to be said of: the headers that a careful API sends. */
const exemplary = {
  "Content-Type": "application/json",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
} as const;

/**
 * Serves each vector at a path of its own, runs a suite against them in real Newman with the rules of every profile
 * on, and tells by vector name the ids of the rules that were broken or warned of.
 */
export async function judge(vectors: ReadonlyArray<Vector>): Promise<ReadonlyMap<string, ReadonlyArray<string>>> {
  const server = serve(vectors);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  try {
    const run = await runAgainst(`http://127.0.0.1:${address.port}`, manifestText(vectors));
    return new Map(vectors.map((vector, index) => [nameOf(vector, index), saidOf(run.cases, index)]));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The name under which `judge` tells of a vector. */
export function nameOf({ rule, name }: Vector, index: number): string {
  return `${index} ${rule ?? "right"}${name === undefined ? "" : `: ${name}`}`;
}

/** What `judge` should tell. */
export function expectedOf(vectors: ReadonlyArray<Vector>): ReadonlyMap<string, ReadonlyArray<string>> {
  const told = ({ rule, expects }: Vector) => [...(expects ? ["status-expected"] : []), ...(rule ? [rule] : [])];
  return new Map(vectors.map((vector, index) => [nameOf(vector, index), told(vector)]));
}

function serve(vectors: ReadonlyArray<Vector>): Server {
  return createServer((request, response) => {
    const vector = vectors[Number(/^\/v(\d+)/.exec(request.url ?? "")?.[1])];
    request.resume();
    if (vector === undefined) return response.writeHead(500).end();
    const { status = 200, body = { id: "a1" } } = vector;
    const lines = Object.entries({ ...exemplary, ...vector.headers }).filter(([, value]) => value !== null);
    if (vector.headers?.Date === null) response.sendDate = false;
    // Without a length and without chunks the body ends with the connection.
    if (vector.headers?.["Transfer-Encoding"] === null) response.useChunkedEncodingByDefault = false;
    for (const [name, value] of lines) response.setHeader(name, value as string | string[]);
    response.writeHead(status);
    const text = typeof body === "object" && body !== null && !Buffer.isBuffer(body) ? JSON.stringify(body) : body;
    return text === null || request.method === "HEAD" ? response.end() : response.end(text);
  });
}

function manifestText(vectors: ReadonlyArray<Vector>): string {
  const endpoints = vectors.map(
    ({ rule, method = "GET", path = "", status = 200, expects = status, sends = {}, sendsBody }, index) => [
      `${method} /v${index}${path}`,
      {
        public: true,
        headers: sends,
        ...(sendsBody && { body: sendsBody }),
        // What is off by default is on where it is shown.
        ...(rule && rules[rule].level === "off" && { rules: { [rule]: "warning" } }),
        expect: [expects],
      },
    ],
  );
  const every = Object.entries<Rule>(rules).filter(([, { at }]) => at === "collection");
  return JSON.stringify({
    name: "Vectors",
    baseUrl: "http://localhost:1",
    profile: "minimal",
    rules: Object.fromEntries(every.map(([id, { level }]) => [id, level])),
    // The request is what the vector says, and nothing else.
    edges: Object.fromEntries(Object.keys(edges).map((id) => [id, "off"])),
    endpoints: Object.fromEntries(endpoints),
  });
}

/** Ids of the rules that a vector's case broke, once each; what is no rule by its title or its error. */
function saidOf(cases: ReadonlyArray<CaseRun>, index: number): ReadonlyArray<string> {
  const own = cases.filter(({ path }) => path.split("/")[1] === `v${index}`);
  if (own.length === 0) return ["no case"];
  const attempts = own.flatMap((one) => one.attempts);
  const broken = attempts.flatMap(({ checks }) =>
    checks.filter(({ passed }) => !passed).map(({ rule, title }) => rule ?? title),
  );
  const errors = attempts.flatMap(({ error }) => (error === undefined ? [] : [`${error.code} ${error.message}`]));
  return [...new Set([...broken, ...errors])].sort();
}
