import { expect, it } from "vitest";
import { evaluate } from "../support/script.ts";

/** By how much a list has grown, as a script of the collection sees it. */
function growth(before: unknown, now: unknown, totals: readonly [string, string] | [] = []): unknown {
  const [was, is] = totals.map((total) => ({ "x-total-count": total }));
  const seen = { status: 200, headers: was ?? {}, body: JSON.stringify(before) };
  const headers = Object.entries({ "Content-Type": "application/json", ...is });
  return evaluate(`growth(${JSON.stringify(seen)})`, { headers, body: JSON.stringify(now) });
}

it("counts the entries of the one list, wherever it stands", () => {
  expect(growth([], [1, 2])).toBe(2);
  expect(growth([1], [1])).toBe(0);
  expect(growth({ items: [] }, { items: [1] })).toBe(1);
  expect(growth({ data: { items: [1] } }, { data: { items: [1, 2, 3] } })).toBe(2);
  expect(growth({ _embedded: { books: [1] }, _links: {} }, { _embedded: { books: [] }, _links: {} })).toBe(-1);
});

it("asks for the number of all entries where a page is as long as it was", () => {
  expect(growth({ items: [1], totalCount: 4 }, { items: [1], totalCount: 6 })).toBe(2);
  expect(growth({ items: [1], total: 4, limit: 1 }, { items: [1], total: 6, limit: 1 })).toBe(2);
  expect(growth({ data: [1], meta: { page: 1, total: 4 } }, { data: [1], meta: { page: 1, total: 5 } })).toBe(1);
  expect(growth({ _links: {}, page: { size: 0, totalElements: 0 } }, { _links: {}, page: { totalElements: 2 } })).toBe(
    2,
  );
  expect(growth([1], [2], ["7", "9"])).toBe(2);
});

it("takes no sum, and no size of a page, for it", () => {
  expect(growth({ items: [], total: 0 }, { items: [1], total: 40 })).toBe(1);
  expect(growth({ items: [1], total: 20 }, { items: [1], total: 40 })).toBe(0);
  expect(growth({ items: [1], count: 1 }, { items: [1], count: 1 })).toBe(0);
});

it("says nothing where nothing can be told", () => {
  expect(growth({ a: [], b: [] }, { a: [1, 2], b: [] })).toBeUndefined();
  expect(growth(null, [1, 2])).toBeUndefined();
  expect(growth([], "none")).toBeUndefined();
  expect(evaluate("growth(undefined)", { body: "[1, 2]" })).toBeUndefined();
});
