import { rows } from "./data.js";

/** What the list is narrowed by; empty: by nothing. */
export const nothing = { search: "", outcome: "", suite: "", origin: "", change: "", warned: false, cell: null };

const urgency = ["failed", "errored", "flaky", "inconclusive", "unproven", "skipped", "passed"];

/** In which place a case stands where what needs somebody comes first: what is new before what is known. */
function rankOf(row) {
  const known = row.outcome === "failed" && row.note !== "" ? 0.5 : 0;
  const fresh = row.change === "new" ? -0.25 : 0;
  const warned = row.outcome === "passed" && row.warnings !== "" ? -0.5 : 0;
  return urgency.indexOf(row.outcome) + known + fresh + warned;
}

const orders = {
  urgency: (a, b) => rankOf(a) - rankOf(b) || a.number - b.number,
  plan: (a, b) => a.number - b.number,
  slow: (a, b) => (b.ms ?? -1) - (a.ms ?? -1) || a.number - b.number,
};

export function filterRows(filter, order) {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => fits(row, filter) && words.every((word) => textOf(row).includes(word)))
    .sort(orders[order]);
}

function fits(row, { outcome, suite, origin, change, warned, cell }) {
  if (outcome === "problem" ? row.outcome === "passed" : outcome !== "" && row.outcome !== outcome) return false;
  if (suite !== "" && row.suite !== Number(suite)) return false;
  if (origin !== "" && row.origin !== origin) return false;
  if (change !== "" && row.change !== change) return false;
  if (warned && row.warnings === "") return false;
  return cell === null || isInCell(row, cell);
}

function isInCell(row, { suite, endpoint, code }) {
  if (row.suite !== suite || row.endpoint !== endpoint) return false;
  return row.codes.split("|").some((pattern) => pattern === code || pattern === `${code[0]}xx`);
}

/** What a search looks at, written down at the first search. */
function textOf(row) {
  row.text ??= [row.title, row.endpoint, row.id, row.edge, row.broken, row.warnings, row.message, row.note]
    .join("\n")
    .toLowerCase();
  return row.text;
}
