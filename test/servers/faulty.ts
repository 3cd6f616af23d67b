import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { RuleId } from "../../src/http/rules.ts";
import { listen, parseObject, type Running, readText } from "./listen.ts";

/** What an answer is before it is sent. */
interface Answer {
  readonly status: number;
  readonly body?: string | undefined;
  readonly headers?: OutgoingHttpHeaders;
  /** Bytes that HTTP does not allow here. */
  readonly surplus?: string | undefined;
  readonly delayMs?: number;
}

/** What a server can break: a rule, or, worse than a field that differs, what was stored is not shown at all. */
export type Fault = RuleId | "fields-vanish";

interface Call {
  readonly request: IncomingMessage;
  readonly text: string;
  readonly items: Map<string, string>;
  /** The faulty value where it breaks this rule, else the right one. */
  readonly or: <Value>(rule: Fault, faulty: Value, right: Value) => Value;
}

/** A correct API that breaks one rule, if it is told to. */
export async function startFaulty(fault?: Fault): Promise<Running> {
  const items = new Map<string, string>();
  const or: Call["or"] = (rule, faulty, right) => (rule === fault ? faulty : right);
  return listen(
    async (request, response) => {
      const call = { request, text: await readText(request), items, or };
      if (fault === "wire-response-received" && request.url === "/shape") return void response.destroy();
      const answer = answerTo(call);
      setTimeout(() => send(response, answer), answer.delayMs ?? 0);
    },
    () => items.size,
  );
}

function send(response: ServerResponse, { status, body, headers = {}, surplus }: Answer): void {
  response.writeHead(status, headers);
  if (surplus !== undefined) {
    response.flushHeaders();
    response.socket?.write(surplus);
  }
  response.end(body);
}

function answerTo(call: Call): Answer {
  const { request, or } = call;
  const [, place = "", id] = (request.url ?? "").split("/");
  if (place === "items") return id === undefined ? collection(call) : item(id, call);
  if (place === "label") return label(call);
  const route = `${request.method} /${place}`;
  const authorization = request.headers.authorization ?? "";
  switch (route) {
    case "GET /shape":
      return shape(or);
    case "GET /secret": {
      if (authorization === "Bearer open")
        return or<Answer>("json-parsable", { ...json(200, {}), body: "{" }, json(200, {}));
      return problem(401, or("401-www-authenticate-present", {}, { "WWW-Authenticate": "Bearer" }));
    }
    case "GET /moved": {
      const location = or("3xx-location-uri-reference", "/over there", "/there");
      return { status: 302, headers: or("3xx-location-present", {}, { Location: location }) };
    }
    case "POST /batch":
      return json(207, or("207-body-per-item-status", [{ id: 1 }], [{ id: 1, status: 201 }]));
    case "DELETE /draft":
      return { status: 205, body: or("205-no-body", "gone", undefined) };
    case "GET /busy":
      return problem(503, { "Retry-After": or("retry-after-grammar", "soon", "120") });
    case "GET /lost":
      return or<Answer>("error-body-shape", { status: 410, body: "lost", headers: text }, problem(410));
    case "GET /paid": {
      const body = JSON.stringify({ title: "Pay", status: or("problem-status-equals-actual", 400, 402) });
      return { status: 402, body, headers: { "Content-Type": "application/problem+json" } };
    }
    case "GET /wrong":
      return json(410, { error: "gone" });
    case "POST /jobs":
      return json(202, {});
    case "POST /carts":
      return json(201, or("capture-saved", {}, { id: 7 }), { Location: "/carts/7" });
  }
  return problem(404);
}

const text = { "Content-Type": "text/plain" };

/** Everything that a manifest can say of a response. */
function shape(or: Call["or"]): Answer {
  const body = {
    count: or<unknown>("manifest-body", "1", 1),
    kind: or("manifest-equals", "other", "plain"),
    size: or("manifest-schema", -1, 1),
  };
  const type = or("content-type-present", {}, { "Content-Type": "application/json" });
  return {
    status: 200,
    body: JSON.stringify(body),
    headers: { ...type, ...or("manifest-header", {}, { "X-Kind": "plain" }) },
    delayMs: or("manifest-under", 500, 0),
  };
}

function collection({ request, text, items, or }: Call): Answer {
  if (request.method === "GET") return json(200, []);
  if (request.method !== "POST") {
    const allow = or("405-allow-excludes-refused", "GET, PATCH, POST", "GET, POST");
    return problem(405, or("405-allow-present", {}, { Allow: allow }));
  }
  const name = parseObject(text)?.name;
  if (typeof name !== "string") return problem(400);
  const id = String(items.size + 1);
  items.set(id, or("body-keeps-what-was-sent", "something else", name));
  const location = or("capture-id", "/", `/items/${id}${or("201-location-uri-reference", "?by=a b", "")}`);
  const said = or("capture-id", {}, { id: Number(id) });
  const headers = or("201-location-present", {}, { Location: location });
  return json(201, { ...said, name: items.get(id) }, headers);
}

function item(id: string, { request, items, or }: Call): Answer {
  const name = items.get(id);
  if (name === undefined) return or("status-expected", json(200, {}), problem(404));
  if (request.method === "DELETE") {
    items.delete(id);
    return { status: 204, surplus: or("204-no-body", "gone", undefined) };
  }
  const etag = or("capture-validator", {}, { ETag: '"1"' });
  if (request.headers["if-none-match"] !== '"1"')
    return json(200, { id: Number(id), ...or("fields-vanish", {}, { name }) }, etag);
  return {
    status: 304,
    headers: { ETag: or("304-etag-equal", '"2"', '"1"') },
    surplus: or("304-no-body", "the same", undefined),
  };
}

function label({ request, or }: Call): Answer {
  const { range } = request.headers;
  if (range === undefined) return { status: 200, body: "label", headers: text };
  if (range !== "bytes=0-0")
    return problem(416, { "Content-Range": or("416-content-range-unsatisfied", "bytes 0-0/5", "bytes */5") });
  const part = or("206-content-range-single", {}, { "Content-Range": "bytes 0-0/5" });
  return { status: 206, body: "l", headers: { ...text, ...part } };
}

function json(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  return { status, body: JSON.stringify(value), headers: { ...headers, "Content-Type": "application/json" } };
}

function problem(status: number, headers: OutgoingHttpHeaders = {}): Answer {
  const body = JSON.stringify({ title: "No", status });
  return { status, body, headers: { ...headers, "Content-Type": "application/problem+json" } };
}
