import { drawAllCharts } from "./charts.js";
import { byId, make } from "./dom.js";
import { filterRows, nothing } from "./filter.js";
import { drawRow } from "./row.js";
import { amount } from "./words.js";

/** Paper is patient, and yet: so many cases are printed whole. */
const most = 200;

/** On paper: every failure, open, and no controls. */
export function startPrinting() {
  addEventListener("beforeprint", fillPrint);
  addEventListener("afterprint", emptyPrint);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? fillPrint() : emptyPrint()));
}

function fillPrint() {
  drawAllCharts();
  const failed = filterRows(nothing, "urgency").filter(({ outcome }) =>
    ["failed", "errored", "flaky"].includes(outcome),
  );
  if (failed.length === 0) return;
  const shown = failed.slice(0, most);
  const all = new Set(shown.map(({ number }) => number));
  const rest = failed.length - shown.length;
  byId("print").replaceChildren(
    make("h2", {}, "What is not green"),
    ...shown.map((row) => drawRow(row, all)),
    rest > 0 ? make("p", {}, `and ${amount(rest)} more`) : "",
  );
  for (const attempt of byId("print").querySelectorAll(".attempt")) attempt.open = true;
}

function emptyPrint() {
  byId("print").replaceChildren();
}
