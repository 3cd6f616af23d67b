import type { Edge } from "../edge.ts";
import { edges, remedies } from "../edges.ts";
import type { Lint } from "../lint.ts";
import { lints } from "../lints.ts";
import type { Rule } from "../rule.ts";
import { rules } from "../rules.ts";
import { statuses, statusLine } from "../statuses.ts";
import { page, row, shortened } from "./page.ts";
import { edgeTitle } from "./words.ts";

/** What a status code means, when to use it, how it is provoked, what is checked of it, and what goes wrong. */
export function explainStatus(code: number): string {
  const status = statuses.get(code);
  const provoked = Object.entries<Edge>(edges).filter(([, edge]) => edge.codes.includes(code));
  const checked = Object.entries<Rule>(rules)
    .filter(([, rule]) => rule.codes?.includes(code))
    .sort(([, a], [, b]) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const linted = Object.entries<Lint>(lints).filter(([, lint]) => lint.codes?.includes(code));
  const more = `newmanifest explain --search ${code}`;
  return page(statusLine(code), [
    row("means", status?.meaning),
    row("use it", status?.use),
    row("body", status?.isBodiless ? "never" : "may come"),
    ["provoked", shortened(provoked.map(provocation), more)],
    row("else", remedyOf(code, provoked.length > 0)),
    [
      "checked",
      shortened(
        checked.map(([id, { title, level }]) => `${id} (${level}): ${title}`),
        more,
      ),
    ],
    row("mistake", status?.mistake),
    [
      "lint",
      shortened(
        linted.map(([id, { finds, level }]) => `${id} (${level}): ${finds}`),
        more,
      ),
    ],
    row("source", status && [status.source, ...(isInGuide.has(code) ? ["the guide"] : [])].join("; ")),
  ]);
}

function provocation([id, edge]: readonly [string, Edge]): string {
  const title = `${id}: ${edgeTitle({ ...edge, codes: [] })}`;
  return edge.byHand === undefined ? title : `${title} (by hand: ${edge.byHand})`;
}

/** What to write in the manifest where no edge does it. */
function remedyOf(code: number, isProvoked: boolean): string | undefined {
  const remedy = remedies.get(code);
  if (remedy !== undefined) return remedy;
  if (code < 200) return "nothing: it goes ahead of the answer, and Newman does not show it";
  if (code < 400)
    return isProvoked
      ? undefined
      : "the unchanged request, where it is the first 2xx or 3xx that is declared; or `when`";
  return isProvoked ? undefined : "add `when`: nothing is known to provoke it everywhere";
}

/** What fails a case comes first. */
const levels = ["error", "warning", "off"];

/** The codes that the guide speaks of. */
const isInGuide: ReadonlySet<number> = new Set([
  100, 101, 102, 200, 201, 202, 204, 206, 207, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409,
  410, 413, 415, 422, 429, 500, 502, 503, 504,
]);
