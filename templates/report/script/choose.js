import { chooseCell, chooseOutcome, update } from "./controls.js";
import { byId } from "./dom.js";

/** The totals and the cells of the matrix narrow the list, and lead to it. */
export function startChoosing() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.(".cell, .total");
    if (!button) return;
    if (button.matches(".cell")) chooseCell(button);
    else if (button.dataset.outcome) chooseOutcome(button.dataset.outcome);
    else {
      byId("warned").checked = !byId("warned").checked;
      update();
    }
    if (button.getAttribute("aria-pressed") === "true") leadToCases();
  });
}

function leadToCases() {
  byId("cases").focus({ preventScroll: true });
  byId("cases").scrollIntoView();
}
