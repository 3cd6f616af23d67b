import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { listen, type Running, readText } from "./listen.ts";

interface Invoice {
  readonly customer: string;
  readonly quantity: number;
  readonly paid: boolean;
  readonly memo?: string;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly text: string;
  readonly invoices: Map<number, Invoice>;
}

/** As FastAPI answers: 422 for whatever cannot be read, HEAD and OPTIONS refused like any method, no look at Content-Type. */
export async function startInvoices(): Promise<Running> {
  const invoices = new Map<number, Invoice>();
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void readText(request).then((text) => answer({ request, response, text, invoices }));
  return listen(
    listener,
    () => invoices.size,
    // An expectation that it does not know is ignored (RFC 9110, 10.1.1: MAY).
    (server) => server.on("checkExpectation", listener),
  );
}

function answer(exchange: Exchange): unknown {
  const { request, invoices } = exchange;
  const { pathname, searchParams } = new URL(request.url ?? "", "http://invoices");
  if (pathname !== "/" && pathname.endsWith("/")) {
    const target = `http://${request.headers.host}${pathname.replace(/\/+$/, "")}`;
    return send(exchange, { status: 307, headers: { Location: target } });
  }
  const id = /^\/invoices\/([^/]+)$/.exec(pathname)?.[1];
  if (pathname !== "/invoices" && id === undefined) return send(exchange, detail(404, "Not Found"));
  const allowed = id === undefined ? ["GET", "POST"] : ["GET", "PATCH", "DELETE"];
  // Only the methods of the first route are named: true, and less than it could say.
  const refused = { ...detail(405, "Method Not Allowed"), headers: { Allow: "GET" } };
  if (!allowed.includes(request.method ?? "")) return send(exchange, refused);
  if (request.headers.authorization?.toLowerCase() !== "bearer ink") {
    return send(exchange, { ...detail(401, "Not authenticated"), headers: { "WWW-Authenticate": "Bearer" } });
  }
  if (id !== undefined) return answerItem(exchange, id);
  if (request.method === "POST") return create(exchange);
  const limit = searchParams.get("limit") ?? "20";
  if (!/^\d+$/.test(limit)) return send(exchange, invalid("query", "limit", "int_parsing"));
  const all = [...invoices].map(([key, invoice]) => ({ id: key, ...invoice }));
  return send(exchange, { status: 200, body: all.slice(0, Math.min(Number(limit), 100)) });
}

function create(exchange: Exchange): unknown {
  const { text, invoices } = exchange;
  const sent = readBody(text);
  const invoice = sent && invoiceOf(sent);
  if (invoice === undefined) return send(exchange, invalid("body", 0, "json_invalid"));
  if (typeof invoice === "string") return send(exchange, invalid("body", invoice, "missing"));
  const id = Math.max(0, ...invoices.keys()) + 1;
  invoices.set(id, invoice);
  return send(exchange, { status: 201, body: { id, ...invoice }, headers: { Location: `/invoices/${id}` } });
}

function answerItem(exchange: Exchange, key: string): unknown {
  const { request, text, invoices } = exchange;
  if (!/^[+-]?\d+$/.test(key)) return send(exchange, invalid("path", "id", "int_parsing"));
  const id = Number(key);
  const invoice = invoices.get(id);
  if (invoice === undefined) return send(exchange, detail(404, "Invoice not found"));
  if (request.method === "DELETE") return send(exchange, { status: 200, body: invoices.delete(id) });
  if (request.method === "GET") return send(exchange, { status: 200, body: { id, ...invoice } });
  const patch = readBody(text);
  const next = patch && invoiceOf({ ...invoice, ...patch });
  if (next === undefined) return send(exchange, invalid("body", 0, "json_invalid"));
  if (typeof next === "string") return send(exchange, invalid("body", next, "type_error"));
  invoices.set(id, next);
  return send(exchange, { status: 200, body: { id, ...next } });
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

function detail(status: number, text: string): Reply {
  return { status, body: { detail: text } };
}

function invalid(place: string, field: string | number, type: string): Reply {
  return { status: 422, body: { detail: [{ type, loc: [place, field], msg: `Input should be valid: ${type}` }] } };
}

function send({ response }: Exchange, { status, body, headers = {} }: Reply): unknown {
  const text = body === undefined ? "" : JSON.stringify(body);
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return response
    .writeHead(status, { server: "uvicorn", ...type, "content-length": Buffer.byteLength(text), ...headers })
    .end(text);
}

function readBody(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The invoice, or the field that is wrong. "5" is five, "true" is true and null is none; what it does not know it ignores. */
function invoiceOf({ customer, quantity, paid = false, memo = null }: Record<string, unknown>): Invoice | string {
  if (typeof customer !== "string") return "customer";
  const isNumber = typeof quantity === "number" || (typeof quantity === "string" && /^-?\d+$/.test(quantity));
  if (!isNumber || !Number.isSafeInteger(Number(quantity))) return "quantity";
  if (typeof paid !== "boolean" && paid !== "true" && paid !== "false") return "paid";
  if (memo !== null && typeof memo !== "string") return "memo";
  return { customer, quantity: Number(quantity), paid: String(paid) === "true", ...(memo !== null && { memo }) };
}
