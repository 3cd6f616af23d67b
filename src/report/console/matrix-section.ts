import type { MatrixCell } from "../../result/model.ts";
import { columns, cutEnd, cutMiddle } from "./columns.ts";
import { flowLines } from "./flow.ts";
import { marks } from "./marks.ts";
import type { Section } from "./page.ts";
import type { Line, Segment } from "./paint.ts";

const cellWidth = 4;
const narrowestLabel = 24;

/** The endpoint x status code matrix; in several blocks where there are more codes than columns. */
export const matrixSection: Section = ({ suite, width }) => {
  const cells = suite.matrix;
  if (cells.length === 0) return [];
  const rows = rowsOf(cells);
  const codes = [...new Set(cells.map(({ code }) => code))].sort();
  const most = Math.max(1, Math.floor((width - Math.min(narrowestLabel, Math.floor(width / 2))) / cellWidth));
  const blocks = Math.ceil(codes.length / most);
  const size = Math.ceil(codes.length / blocks);
  const labels = fitLabels([...rows.keys()], width - size * cellWidth);
  const lines: Line[] = [];
  for (let start = 0; start < codes.length; start += size) {
    if (start > 0) lines.push([]);
    for (const line of blockLines({ rows, labels, codes: codes.slice(start, start + size) })) lines.push(line);
  }
  return [...lines, ...legendLines(cells, width, columnOf(labels))];
};

type Rows = ReadonlyMap<string, ReadonlyMap<string, MatrixCell["state"]>>;

function rowsOf(cells: ReadonlyArray<MatrixCell>): Rows {
  const rows = new Map<string, Map<string, MatrixCell["state"]>>();
  for (const { endpoint, code, state } of cells) {
    rows.set(endpoint, (rows.get(endpoint) ?? new Map<string, MatrixCell["state"]>()).set(code, state));
  }
  return rows;
}

/** Endpoint -> what stands before its row: methods in one column, paths cut in their middle. */
function fitLabels(endpoints: ReadonlyArray<string>, width: number): ReadonlyMap<string, string> {
  const split = endpoints.map((endpoint) => {
    const [method = "", ...path] = endpoint.split(" ");
    return { endpoint, method: cutEnd(method, 8), path: path.join(" ") };
  });
  const methodWidth = widest(split.map(({ method }) => method));
  return new Map(
    split.map(({ endpoint, method, path }) => {
      const padded = `${method}${" ".repeat(methodWidth - columns(method))} `;
      return [endpoint, `${padded}${cutMiddle(path, width - methodWidth - 1)}`];
    }),
  );
}

function columnOf(labels: ReadonlyMap<string, string>): number {
  return widest(labels.values());
}

/** No call takes a hundred thousand arguments. */
function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, columns(text));
  return most;
}

interface Block {
  readonly rows: Rows;
  readonly labels: ReadonlyMap<string, string>;
  readonly codes: ReadonlyArray<string>;
}

function blockLines({ rows, labels, codes }: Block): ReadonlyArray<Line> {
  const column = columnOf(labels);
  const heads = codes
    .map((code) => cutEnd(code, cellWidth - 1))
    .map((code) => padStart(code, cellWidth))
    .join("");
  const lines: Line[] = [[{ text: `${" ".repeat(column)}${heads}`, style: "dim" }]];
  for (const [endpoint, row] of rows) {
    const states = codes.map((code) => row.get(code));
    if (states.every((state) => state === undefined)) continue;
    const label = labels.get(endpoint) ?? "";
    lines.push([{ text: label }, ...cellSegments(states, column - columns(label))]);
  }
  return lines;
}

/** Unlike that of a string it knows that a character may take two columns. */
function padStart(text: string, width: number): string {
  return `${" ".repeat(width - columns(text))}${text}`;
}

/** The marks below the middle of their codes, without blanks after the last. */
function cellSegments(states: ReadonlyArray<MatrixCell["state"] | undefined>, padding: number): ReadonlyArray<Segment> {
  const segments: Segment[] = [];
  let blanks = padding;
  for (const state of states) {
    if (state) {
      const { mark, style } = marks[state];
      segments.push({ text: " ".repeat(blanks + 2) }, { text: mark, style });
      blanks = 1;
    } else blanks += cellWidth;
  }
  return segments;
}

/** Only the marks in use; below the cells where it fits there. */
function legendLines(cells: ReadonlyArray<MatrixCell>, width: number, column: number): ReadonlyArray<Line> {
  const used = new Set<string>(cells.map(({ state }) => state));
  const entries = Object.entries(marks).filter(([state]) => used.has(state));
  const items = entries.map(([state, { mark, style }]): Segment => ({ text: `${mark} ${state}`, style }));
  const length = items.reduce((total, { text }) => total + columns(text) + 2, 0);
  return flowLines(items, { width, separator: "  ", indent: Math.max(0, Math.min(column + 2, width - length)) });
}
