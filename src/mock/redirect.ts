import type { Exchange } from "./exchange.ts";
import { isSuccess } from "./outcome.ts";
import { fillPath } from "./path-template.ts";

/** Where a redirect leads when the manifest does not say: to the readable path that has most in common with this one. */
export function redirectTarget({ api, route, operation, values }: Exchange): string {
  const words = new Set(route.template.segments.map(({ text }) => text));
  const known = new Map(operation.template.names.map((name, at) => [name, values[at] ?? ""]));
  let best = { path: "/", score: -1 };
  for (const candidate of api.routes) {
    const get = candidate.operations.get("GET");
    if (candidate === route || !get || !isSuccess(get.happy.code)) continue;
    const path = fillPath(get.template.text, known);
    const score = candidate.template.segments.filter(({ text }) => words.has(text)).length;
    if (path !== undefined && score > best.score) best = { path, score };
  }
  return `${api.basePath}${best.path}`;
}
