import type { MatrixCell } from "../../result/model.ts";
import type { Result, SuiteResult } from "../../result/result.ts";
import { suiteName } from "../common/troubles.ts";
import { cellCode, details, md, table } from "./escape.ts";
import type { Section } from "./within-limit.ts";

const marks = {
  proven: "✅",
  failed: "❌",
  errored: "💥",
  inconclusive: "❔",
  unproven: "⚪",
  skipped: "➖",
  implied: "☑️",
} as const satisfies Record<MatrixCell["state"], string>;

const bad: ReadonlySet<MatrixCell["state"]> = new Set(["failed", "errored"]);

/** Endpoint x status code, a table for each suite; open where something is red. */
export function matrixSections({ suites }: Result): ReadonlyArray<Section> {
  const drawn = suites.filter(({ matrix }) => matrix.length > 0);
  return drawn.map((suite) => ({ one: "matrix", many: "matrices", rank: 3, count: 1, blocks: [matrixBlock(suite)] }));
}

function matrixBlock(suite: SuiteResult): string {
  const codes = [...new Set(suite.matrix.map((cell) => cell.code))].sort();
  const rows = new Map<string, Map<string, MatrixCell["state"]>>();
  for (const { endpoint, code: column, state } of suite.matrix) {
    rows.set(endpoint, (rows.get(endpoint) ?? new Map<string, MatrixCell["state"]>()).set(column, state));
  }
  const used = new Set(suite.matrix.map(({ state }) => state));
  const legend = Object.entries(marks).filter(([state]) => used.has(state as MatrixCell["state"]));
  const body = [...rows].map(([endpoint, row]) => [
    cellCode(endpoint),
    ...codes.map((column) => mark(row.get(column))),
  ]);
  const drawn = table(["", ...codes.map(md)], body);
  const words = legend.map(([state, sign]) => `${sign} ${state}`).join(" · ");
  const isOpen = suite.matrix.some(({ state }) => bad.has(state));
  return `${details(`Matrix of ${md(suiteName(suite))}`, `${drawn}\n\n${words}`, isOpen)}\n\n`;
}

function mark(state: MatrixCell["state"] | undefined): string {
  return state === undefined ? "" : marks[state];
}
