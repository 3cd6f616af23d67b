import { byId, make } from "./dom.js";
import { drawRow } from "./row.js";

/** Rows are drawn and taken away in chunks, so that the page never holds more than are near the window. */
const chunkSize = 40;
const rowHeight = 37;

/** Numbers of the cases that are open. */
export const opened = new Set();

const list = byId("list");
let chunks = [];

const chunkObserver = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      (isIntersecting ? fill : empty)(chunks[Number(target.dataset.chunk)]);
  },
  { root: list, rootMargin: "1000px 0px" },
);

/** Shows these cases and no others. */
export function showRows(rows) {
  chunkObserver.disconnect();
  chunks = [];
  for (let start = 0; start < rows.length; start += chunkSize) {
    const own = rows.slice(start, start + chunkSize);
    const element = make("div", { class: "chunk", "data-chunk": chunks.length });
    element.style.height = `${own.length * rowHeight}px`;
    chunks.push({ element, rows: own, isFilled: false });
  }
  const nothing = make("p", { class: "nothing" }, "No case is like that.");
  list.replaceChildren(...(rows.length === 0 ? [nothing] : chunks.map(({ element }) => element)));
  // The first are there at once: the chunkObserver speaks up only after the next frame.
  if (chunks[0]) fill(chunks[0]);
  for (const { element } of chunks) chunkObserver.observe(element);
}

/** The element of a case that is in the list, drawn if it was not. */
export function reveal(row) {
  const chunk = chunks.find(({ rows }) => rows.includes(row));
  if (!chunk) return undefined;
  opened.add(row.number);
  chunk.isFilled = false;
  fill(chunk);
  return chunk.element.querySelector(`[data-number="${row.number}"]`);
}

function fill(chunk) {
  if (!chunk || chunk.isFilled) return;
  chunk.isFilled = true;
  chunk.element.style.height = "";
  chunk.element.replaceChildren(...chunk.rows.map((row) => drawRow(row, opened)));
}

/** What is taken away leaves its height behind, or the page would jump. */
function empty(chunk) {
  if (!chunk?.isFilled || chunk.element.contains(document.activeElement)) return;
  chunk.isFilled = false;
  chunk.element.style.height = `${chunk.element.offsetHeight}px`;
  chunk.element.replaceChildren();
}
