import { CsvError, parse } from "csv-parse/sync";
import { placeOf, type SourceNode, scalarText } from "../source-node.ts";
import { readNamedTree } from "./file-contents.ts";
import type { Scope } from "./scope.ts";

/** A row of data: column -> value. */
type Row = Readonly<Record<string, string>>;

/** The rows of `data`: a list of maps here, or in a CSV or JSON file. */
export function resolveRows(node: SourceNode | undefined, scope: Scope): ReadonlyArray<Row> {
  if (node === undefined) return [];
  const file = typeof node.value === "string" ? node.value : undefined;
  if (file === undefined) return rowsOfTree(node);
  if (/\.csv$/i.test(file)) return rowsOfCsv(node, file, scope);
  if (/\.(json|ya?ml)$/i.test(file)) return rowsOfFile(node, file, scope);
  return fault("the rows stand in a .csv or .json file", { node, file, scope });
}

interface DataFile {
  readonly node: SourceNode;
  readonly file: string;
  readonly scope: Scope;
}

function fault(problem: string, { node, file, scope }: DataFile): ReadonlyArray<Row> {
  scope.report({ code: "bad-rows", args: { file, problem }, span: placeOf(node) });
  return [];
}

function rowsOfCsv(node: SourceNode, file: string, scope: Scope): ReadonlyArray<Row> {
  const source = scope.files.readNamed(node);
  if (source === undefined) return [];
  try {
    const records: ReadonlyArray<ReadonlyArray<string>> = parse(source.text, { bom: true, skip_empty_lines: true });
    const [header = [], ...rows] = records;
    if (rows.length === 0) return fault("there is no row below the line with the names", { node, file, scope });
    const names = header.map((name) => name.trim());
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fault(csvProblem(error), { node, file, scope });
  }
}

function csvProblem({ code, message }: CsvError): string {
  const [, names, values, line] = /expect (\d+), got (\d+) on line (\d+)/.exec(message) ?? [];
  if (code !== "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" || line === undefined) return `this is not CSV: ${message}`;
  return `line ${line} has ${values === "1" ? "1 value" : `${values} values`}, and the first line has ${names} names`;
}

function rowsOfFile(node: SourceNode, file: string, scope: Scope): ReadonlyArray<Row> {
  const tree = readNamedTree(node, scope);
  if (tree === undefined) return [];
  const rows = Array.isArray(tree.value) ? [...tree.children.values()] : [];
  if (rows.length === 0) return fault("expected a list of maps", { node, file, scope });
  for (const [index, row] of rows.entries()) {
    const cells = [...row.children.values()];
    const isFlat = row.children.size > 0 && !Array.isArray(row.value) && cells.every(({ raw }) => raw !== undefined);
    if (!isFlat) return fault(`row ${index + 1} is not a map of names and single values`, { node, file, scope });
  }
  return rowsOfTree(tree);
}

function rowsOfTree(tree: SourceNode): ReadonlyArray<Row> {
  return [...tree.children.values()].map((row) =>
    Object.fromEntries([...row.children].map(([name, cell]) => [name, scalarText(cell)])),
  );
}
