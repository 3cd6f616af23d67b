import { CsvError, parse } from "csv-parse/sync";
import type { Diagnostic, Report } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { isRecord, type JsonRecord, readPrivateJson } from "./json.ts";

/** The rows of a data file, or what is wrong with it. */
export interface ReadRows {
  readonly rows?: ReadonlyArray<JsonRecord>;
  readonly diagnostics: ReadonlyArray<Diagnostic>;
}

/** Reads the data of iterations, a list of objects in JSON or CSV with names in its first line, as Newman does. */
export function readRows(source: SourceText): ReadRows {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (one) => diagnostics.push(one);
  const rows = isJson(source) ? rowsOfJson(source, report) : rowsOfCsv(source, report);
  return diagnostics.length > 0 || rows === undefined ? { diagnostics } : { rows, diagnostics };
}

function isJson({ file, text }: SourceText): boolean {
  if (/\.json$/i.test(file)) return true;
  if (!/^\uFEFF?\s*[[{]/.test(text)) return false;
  if (!/\.csv$/i.test(file)) return true;
  try {
    return typeof JSON.parse(text.replace(/^\uFEFF/, "")) === "object";
  } catch {
    return false;
  }
}

function rowsOfJson(source: SourceText, report: Report): ReadonlyArray<JsonRecord> | undefined {
  const value = readPrivateJson(source, ({ file, problem, hint }) =>
    fault(hint === undefined ? problem : `${problem} (${hint})`, { file }, report),
  );
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return fault("expected a list of objects, one for each iteration", source, report);
  const odd = value.findIndex((row) => !isRecord(row));
  if (odd !== -1) return fault(`row ${odd + 1} is no object of names and values`, source, report);
  return value.length === 0 ? fault("there is no row", source, report) : value.filter(isRecord);
}

function rowsOfCsv(source: SourceText, report: Report): ReadonlyArray<JsonRecord> | undefined {
  try {
    const rows: ReadonlyArray<JsonRecord> = parse(source.text, {
      columns: true,
      cast: (value, { quoting }) => (quoting ? value : castValue(value)),
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
    });
    return rows.length === 0 ? fault("there is no row below the line with the names", source, report) : rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fault(`this is not CSV: ${error.message}`, source, report);
  }
}

/** What looks like a number is one, by Newman's own measure: `0x10` is 0, and `007` is 7. */
function castValue(value: string): string | number {
  if (/^[-+]?[1-9]+[0-9]*$/.test(value)) return Number.parseInt(value, 10);
  const float = Number.parseFloat(value);
  return Number(value) - float + 1 >= 0 ? float : value;
}

/** Rows may hold passwords: nothing is quoted. */
function fault(problem: string, { file }: Pick<SourceText, "file">, report: Report): undefined {
  report({ code: "bad-rows", args: { file, problem } });
}
