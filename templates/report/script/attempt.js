import { drawCheck } from "./check.js";
import { copyButton } from "./copy.js";
import { make } from "./dom.js";
import { drawBody } from "./json-text.js";
import { duration, size } from "./words.js";

/** A time the request was sent: request and response side by side, the curl line, and what was checked. */
export function drawAttempt(attempt, { at, of }) {
  const { request, response, failed, passed } = attempt;
  const content = make(
    "div",
    {},
    of > 1 && at < of - 1 ? [attempt.error ? make("p", {}, attempt.error.message) : null, failed.map(drawCheck)] : null,
    make("div", { class: "exchange" }, request ? drawRequest(request) : null, response ? drawResponse(response) : null),
    request && request.curl !== "" ? drawCurl(request.curl) : null,
    drawPassed(passed),
  );
  if (of === 1) return make("div", { class: "attempt" }, content);
  const came = response?.status ?? attempt.error?.code ?? "no answer";
  const head = make(
    "summary",
    {},
    `Attempt ${at + 1} of ${of}`,
    make("span", { class: "quiet" }, `${attempt.status}, ${came}`),
  );
  return make("details", { class: "attempt", open: at === of - 1 }, head, content);
}

function drawRequest({ method, url, headers, body }) {
  const first = make("p", { class: "first-line" }, `${method} ${url}`);
  return make(
    "section",
    { class: "message-box" },
    make("h5", {}, "Request"),
    first,
    drawHeaders(headers),
    drawBody(body, "request"),
  );
}

function drawResponse({ status, headers, timeMs, sizeBytes, body }) {
  const figures = make("span", { class: "quiet" }, `${duration(timeMs)}, ${size(sizeBytes)}`);
  const first = make("p", { class: "first-line" }, status);
  return make(
    "section",
    { class: "message-box" },
    make("h5", {}, "Response", figures),
    first,
    drawHeaders(headers),
    drawBody(body, "response"),
  );
}

function drawHeaders(headers) {
  if (headers.length === 0) return null;
  const lines = headers.map(([name, value]) => make("div", {}, make("dt", {}, `${name}: `), make("dd", {}, value)));
  return make("dl", { class: "headers" }, lines);
}

function drawCurl(curl) {
  return make(
    "div",
    { class: "curl" },
    make("pre", { tabindex: 0, role: "region", "aria-label": "curl line" }, curl),
    copyButton(curl),
  );
}

function drawPassed(titles) {
  if (titles.length === 0) return null;
  const items = titles.map((title) =>
    make("li", {}, make("span", { class: "mark", "aria-hidden": "true" }, "✓"), title),
  );
  const head = make("summary", {}, titles.length === 1 ? "1 check passed" : `${titles.length} checks passed`);
  return make("details", { class: "more" }, head, make("ul", { class: "ticks" }, items));
}
