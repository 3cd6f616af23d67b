/** A click on a head sorts its table: the largest first, then the smallest. */
export function startSorting() {
  for (const table of document.querySelectorAll(".sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    for (const [column, head] of heads.entries()) {
      head.querySelector("button").addEventListener("click", () => sort(table, heads, column));
    }
  }
}

function sort(table, heads, column) {
  const first = column === 0 ? "ascending" : "descending";
  const other = column === 0 ? "descending" : "ascending";
  const direction = heads[column].getAttribute("aria-sort") === first ? other : first;
  for (const head of heads) head.setAttribute("aria-sort", "none");
  heads[column].setAttribute("aria-sort", direction);
  const sign = direction === "ascending" ? 1 : -1;
  const figureOf = (row) => (column === 0 ? row.cells[0].textContent : Number(row.cells[column].dataset.value));
  const compare = (a, b) => (column === 0 ? a.localeCompare(b, "en") : a - b);
  const body = table.tBodies[0];
  body.append(...[...body.rows].sort((a, b) => sign * compare(figureOf(a), figureOf(b))));
}
