import { clearFilters, update } from "./controls.js";
import { rowOf } from "./data.js";
import { opened, reveal } from "./list.js";

/** Opens the case that the address names, and leads to it. */
export function followAddress() {
  const named = new URLSearchParams(location.hash.slice(1));
  const id = named.get("case");
  const row = id === null ? undefined : rowOf(Number(named.get("suite") ?? 0), id);
  if (!row) return;
  let element = reveal(row);
  if (!element) {
    clearFilters();
    update();
    element = reveal(row);
  }
  opened.add(row.number);
  element?.scrollIntoView({ block: "start", behavior: "instant" });
  element?.querySelector("summary").focus({ preventScroll: true });
}

export function startAddress() {
  addEventListener("hashchange", followAddress);
  // A link to the case that the address names already changes nothing, and leads there all the same.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.('a[href^="#suite="]');
    if (link && link.hash === location.hash) followAddress();
  });
  followAddress();
}
