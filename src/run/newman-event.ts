import type { ObservedRequest, ObservedResponse } from "./execution.ts";
import type { SkippableItem } from "./redirect-item.ts";
import type { RequestHistory } from "./transport-fault.ts";

/** What Newman hands to its listeners, as far as it is read here. */
export interface NewmanEvent {
  readonly item?: SkippableItem;
  readonly cursor?: { readonly iteration?: number };
  readonly request?: NewmanRequest;
  readonly response?: NewmanResponse;
  readonly assertion?: string;
  readonly skipped?: boolean;
  readonly level?: string;
  readonly messages?: ReadonlyArray<unknown>;
  readonly error?: unknown;
  readonly history?: RequestHistory;
  readonly execution?: { readonly return?: { readonly nextRequest?: unknown } };
}

interface NewmanRequest {
  readonly method: string;
  readonly url: { toString(): string };
  readonly headers: HeaderList;
  readonly body?: { readonly mode?: string; toString(): string };
}

export interface NewmanResponse {
  readonly code: number;
  readonly headers: HeaderList;
  readonly responseTime: number;
  stream?: Uint8Array | undefined;
  text(): string | undefined;
}

interface HeaderList {
  all(): ReadonlyArray<{ readonly key: unknown; readonly value: unknown; readonly disabled?: boolean }>;
}

/** A request, with what Newman adds when it sends it. */
export function observedRequest(request: NewmanRequest): ObservedRequest {
  const body = request.body?.toString() ?? "";
  const headers = lines(request.headers);
  // Newman writes this one when it sends, after it has reported the request.
  const isForm = request.body?.mode === "urlencoded" && !headers.some(({ name }) => /^content-type$/i.test(name));
  return {
    method: request.method,
    url: request.url.toString(),
    headers: isForm ? [...headers, { name: "Content-Type", value: "application/x-www-form-urlencoded" }] : headers,
    ...(body !== "" && { body }),
  };
}

export function observedResponse(response: NewmanResponse): ObservedResponse {
  return {
    status: response.code,
    headers: lines(response.headers),
    timeMs: response.responseTime,
    sizeBytes: response.stream?.length ?? 0,
    body: response.text() ?? "",
  };
}

function lines(headers: HeaderList): ObservedRequest["headers"] {
  // What is switched off is listed, and not sent.
  const sent = headers.all().filter(({ disabled }) => disabled !== true);
  return sent.map(({ key, value }) => ({ name: wordOf(key), value: wordOf(value) }));
}

/** Scripts and foreign collections put anything there. */
function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value);
}
