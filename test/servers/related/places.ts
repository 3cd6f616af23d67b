import { parseObject } from "../listen.ts";
import { type Answer, type Exchange, json, problem } from "./exchange.ts";

/** Redirects, jobs, batches, parts, pages and a limit: each leads to something. */
export function answerPlaces(exchange: Exchange): Answer {
  const { method, path } = exchange;
  if (method === "HEAD" && exchange.is("head-is-unknown")) return problem(405, { Allow: "GET" });
  const place = places[`${method === "HEAD" ? "GET" : method} ${path}`];
  return place === undefined ? problem(404) : place(exchange);
}

const places: Readonly<Record<string, (exchange: Exchange) => Answer>> = {
  "GET /moved": ({ memory, is }) => {
    memory.turns += 1;
    const isOther = memory.turns > 1 && is("permanent-redirect-stable");
    return { status: 301, headers: { Location: isOther ? "there?again" : "there#top" } };
  },
  "GET /there": ({ is }) => (is("3xx-target-resolves") ? problem(404) : json(200, {})),
  "POST /forms": ({ text }) =>
    parseObject(text) === undefined ? problem(400) : { status: 303, headers: { Location: "/thanks" } },
  "GET /thanks": ({ is }) => (is("303-followup-get") ? problem(405, { Allow: "POST" }) : json(200, {})),
  "POST /old": ({ text }) =>
    parseObject(text) === undefined ? problem(400) : { status: 308, headers: { Location: "/new" } },
  "POST /new": ({ memory, text, is }) => {
    if (is("307-308-method-preserved")) return problem(405, { Allow: "GET" });
    if (text === "{") return problem(400);
    memory.ghosts += 1;
    return json(201, { id: 1 }, { Location: "/there" });
  },
  "POST /jobs": () => json(202, { state: "queued" }, { "Operation-Location": "/jobs/7" }),
  "GET /jobs/7": ({ memory, is }) => {
    if (is("monitor-is-gone")) return problem(404);
    if (is("202-monitor-reachable")) return problem(500);
    memory.polls += 1;
    const isDone = memory.polls > 2 && !is("202-job-ends");
    return json(200, { status: isDone ? "failed" : "Running" }, { "Retry-After": "0" });
  },
  // Where the film will be: nothing is there until then.
  "POST /films": () => json(202, {}, { Location: "/films/7" }),
  "GET /films/7": ({ memory }) => {
    memory.polls += 1;
    return memory.polls > 5 ? json(200, {}) : problem(404, { "Retry-After": "0" });
  },
  "POST /batch": ({ text, is }) => {
    const asked: ReadonlyArray<unknown> = JSON.parse(text);
    const isTold = (item: unknown) => typeof item === "number" || is("207-mixed-distinguishable");
    const items = asked.map((item) => ({ status: isTold(item) ? 201 : 422 }));
    return json(207, { items: is("207-item-count-matches") ? items.slice(1) : items });
  },
  "GET /label": label,
  "GET /pages": ({ query, is }) => {
    if (query === "page=2") {
      if (is("link-pagination")) return problem(404);
      return json(200, [{ id: is("pagination-no-overlap") ? 2 : 3 }]);
    }
    return json(200, [{ id: 1 }, { id: 2 }], { Link: '<?page=1>; rel="self", <?page=2>; rel="next"' });
  },
  "GET /limited": limited,
};

function label({ headers, is }: Exchange): Answer {
  const text = { "Content-Type": "text/plain", ETag: '"label"' };
  if (headers.range === undefined) return { status: 200, body: "label", headers: { ...text, "Content-Length": "5" } };
  const total = is("206-total-equals-full-length") ? 6 : 5;
  const body = is("206-bytes-equal-slice") ? "x" : "l";
  return { status: 206, body, headers: { ...text, "Content-Range": `bytes 0-0/${total}` } };
}

/** Five requests a second. */
function limited({ memory, is }: Exchange): Answer {
  if (Date.now() >= memory.freeAtMs && !(memory.spent > 5 && is("429-clears-after-window"))) memory.spent = 0;
  if (memory.spent === 0) memory.freeAtMs = Date.now() + 1000;
  memory.spent += 1;
  const left = { "X-RateLimit-Remaining": String(is("ratelimit-remaining-decreases") ? 5 : 5 - memory.spent) };
  if (memory.spent <= 5) return json(200, {}, left);
  const isFirst = memory.spent === 6;
  if (isFirst && is("429-not-500-503")) return problem(503, { "Retry-After": "1" });
  return problem(429, { "Retry-After": "1", "X-RateLimit-Remaining": "0" });
}
