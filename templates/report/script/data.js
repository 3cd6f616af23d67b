import { byId } from "./dom.js";

function parse(id) {
  return JSON.parse(byId(id).textContent);
}

export const facts = parse("facts");

/** Every case as an object, in plan order; texts that cases share are looked up. */
export const rows = readRows(parse("rows"));

function readRows({ columns, shared, rows: packed, strings }) {
  const isShared = columns.map((column) => shared.includes(column));
  return packed.map((values, number) => {
    const row = { number };
    for (let at = 0; at < columns.length; at++) row[columns[at]] = isShared[at] ? strings[values[at]] : values[at];
    return row;
  });
}

/** What the page has of a case beside its row. */
export function wholeOf(row) {
  const element = row.whole === null ? null : byId(`whole-${row.suite}-${row.whole}`);
  return element ? JSON.parse(element.textContent) : undefined;
}

/** Where the case is, by suite and id. */
export function rowOf(suite, id) {
  return rows.find((row) => row.suite === suite && row.id === id);
}

export function hashOf({ suite, id }) {
  return `#${new URLSearchParams({ suite: String(suite), case: id })}`;
}
