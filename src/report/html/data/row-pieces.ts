import { jsonLiteral } from "../../../template.ts";
import { type CaseRow, sharedColumns } from "./case-row.ts";
import { createStrings } from "./strings.ts";

const shared: ReadonlySet<string> = new Set(sharedColumns);

/** The rows as JSON that is small and safe in a script element, in pieces: columns, rows of values, texts that rows share. */
export function* rowPieces(rows: Iterable<CaseRow>): Generator<string> {
  const strings = createStrings();
  let head = `{"shared":${jsonLiteral(sharedColumns)},"columns":`;
  let isFirst = true;
  for (const row of rows) {
    const entries = Object.entries(row);
    const values = entries.map(([column, value]) => (shared.has(column) ? strings.numberOf(String(value)) : value));
    if (isFirst) head += `${jsonLiteral(Object.keys(row))},"rows":[\n`;
    yield `${isFirst ? head : ",\n"}${jsonLiteral(values)}`;
    isFirst = false;
  }
  yield `${isFirst ? `${head}[],"rows":[` : ""}\n],"strings":${jsonLiteral([...strings.all()])}}`;
}
