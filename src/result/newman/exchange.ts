import type { Attempt, HeaderLine, SentRequest } from "../model.ts";
import type { Mask, WholeResponse } from "../redact/mask.ts";
import { bodyText, urlText } from "./request-text.ts";
import { responseBytes, responseText } from "./response-text.ts";
import type { NamedValue, NewmanExecution, NewmanRequest, NewmanResponse } from "./schema.ts";
import type { Visit } from "./visits.ts";

/** How much of a body is kept where a check failed, and of a request's where nothing is wrong, in characters: as in our own runs. */
const keptBody = 64_000;
const shownBody = 2000;

/** What was sent and received, as far as it is kept. */
export function exchangeOf(
  { execution }: Visit,
  isWrong: boolean,
  mask: Mask,
): Pick<Attempt, "durationMs" | "request" | "response"> {
  const own = ownAnswer(execution);
  const request = own.request && sentRequest(own.request);
  const response = own.response && wholeResponse(own.response);
  mask.learn({ request, response });
  return {
    durationMs: response?.timeMs ?? 0,
    ...(request && { request: cutRequest(mask.request(request), isWrong ? keptBody : shownBody) }),
    ...(response && { response: mask.response(response, isWrong ? keptBody : 0) }),
  };
}

/** What `pm.sendRequest` of a script got in their place, is no answer to the item's own request, and hides it. */
export function ownAnswer(execution: NewmanExecution | undefined): Pick<NewmanExecution, "request" | "response"> {
  if (execution === undefined) return {};
  const { id, item } = execution;
  return id === undefined || id === item.id ? execution : {};
}

function sentRequest({ method = "GET", url, header, body }: NewmanRequest): SentRequest {
  const text = bodyText(body);
  const headers = linesOf(header);
  // Newman writes this one when it sends, after it has reported the request.
  const isForm = body?.mode === "urlencoded" && !headers.some(({ name }) => /^content-type$/i.test(name));
  return {
    method,
    url: urlText(url),
    headers: isForm ? [...headers, { name: "Content-Type", value: "application/x-www-form-urlencoded" }] : headers,
    ...(text !== "" && { body: text }),
  };
}

/** Masked first: half a secret is not recognised. */
function cutRequest(request: SentRequest, kept: number): SentRequest {
  return request.body === undefined ? request : { ...request, body: request.body.slice(0, kept) };
}

/** With its body, whatever is kept of it: a mask learns from it. */
function wholeResponse(response: NewmanResponse): WholeResponse {
  return {
    status: response.code,
    headers: linesOf(response.header),
    timeMs: response.responseTime,
    sizeBytes: responseBytes(response),
    body: responseText(response),
  };
}

function linesOf(headers: ReadonlyArray<NamedValue>): ReadonlyArray<HeaderLine> {
  return headers.filter(({ disabled }) => disabled !== true).map(({ key, value }) => ({ name: key, value }));
}
