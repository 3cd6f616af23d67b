import { rows } from "./data.js";
import { byId } from "./dom.js";
import { filterRows, nothing } from "./filter.js";
import { showRows } from "./list.js";
import { amount } from "./words.js";

const form = document.querySelector(".filters");
const selects = ["outcome", "suite", "origin", "change"];
let cell = null;

/** Reads the controls and shows what fits. */
export function update() {
  const filter = readFilter();
  const found = filterRows(filter, byId("order").value);
  showRows(found);
  byId("shown").textContent =
    found.length === rows.length
      ? `${amount(rows.length)} cases`
      : `${amount(found.length)} of ${amount(rows.length)} cases`;
  byId("clear").hidden = JSON.stringify(filter) === JSON.stringify(nothing);
  press(filter);
}

function readFilter() {
  const filter = { ...nothing, search: byId("search").value, warned: byId("warned").checked, cell };
  for (const name of selects) filter[name] = byId(name)?.value ?? "";
  return filter;
}

/** What is narrowed by is seen where it was chosen. */
function press({ outcome, warned }) {
  for (const button of document.querySelectorAll(".total")) {
    const isPressed = button.dataset.outcome ? button.dataset.outcome === outcome : warned;
    button.setAttribute("aria-pressed", String(isPressed));
  }
  for (const button of document.querySelectorAll('.cell[aria-pressed="true"]'))
    button.setAttribute("aria-pressed", "false");
  cell?.button.setAttribute("aria-pressed", "true");
  const chip = byId("cell");
  chip.hidden = cell === null;
  chip.textContent = cell === null ? "" : `${cell.endpoint} ${cell.code} ×`;
  chip.setAttribute("aria-label", cell === null ? "" : `Show all again, not only ${cell.endpoint} ${cell.code}`);
}

/** Only the cases of a cell of the matrix; the same cell again: all. */
export function chooseCell(button) {
  const { suite, endpoint, code } = button.dataset;
  const isSame = cell?.button === button;
  clearFilters();
  cell = isSame ? null : { suite: Number(suite), endpoint, code, button };
  update();
}

export function clearFilters() {
  form.reset();
  cell = null;
}

export function chooseOutcome(outcome) {
  const select = byId("outcome");
  select.value = select.value === outcome ? "" : outcome;
  update();
}

export function startControls() {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  byId("clear").addEventListener("click", () => {
    clearFilters();
    update();
    byId("search").focus();
  });
  byId("cell").addEventListener("click", () => {
    cell = null;
    update();
    byId("search").focus();
  });
}
