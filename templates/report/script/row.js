import { facts, hashOf } from "./data.js";
import { make } from "./dom.js";
import { drawWhole } from "./whole.js";
import { duration } from "./words.js";

/** A case as a line that opens. `opened` holds the numbers of those that are open. */
export function drawRow(row, opened) {
  const element = make("details", {
    class: `case ${row.outcome}`,
    "data-number": row.number,
    open: opened.has(row.number),
  });
  element.append(
    make(
      "summary",
      {},
      make(
        "span",
        { class: `mark ${row.outcome}`, role: "img", "aria-label": row.outcome, title: row.outcome },
        markOf(row),
      ),
      make("span", { class: "title" }, row.title),
      make("span", { class: "tags" }, tagsOf(row)),
      make("span", { class: "ms" }, row.ms === null ? "" : duration(row.ms)),
      lineOf(row),
    ),
  );
  if (opened.has(row.number)) element.append(drawWhole(row));
  element.addEventListener("toggle", () => toggle(element, row, opened));
  return element;
}

function toggle(element, row, opened) {
  if (element.open === opened.has(row.number)) return;
  if (element.open) {
    opened.add(row.number);
    element.append(drawWhole(row));
    history.replaceState(null, "", hashOf(row));
  } else {
    opened.delete(row.number);
    element.querySelector(".whole")?.remove();
  }
}

function markOf({ outcome, warnings }) {
  return facts.marks[outcome === "passed" && warnings !== "" ? "warning" : outcome];
}

/** What tells this case from the others, in a word each. */
function tagsOf({ outcome, expected, got, origin, change, attempts, warnings, note, suite }) {
  const isOther = outcome === "failed" && got !== null && !expected.split("|").includes(String(got));
  return [
    isOther && make("span", { class: "tag error" }, `got ${got}`),
    change !== "" && make("span", { class: `tag ${change.split(" ")[0]}` }, change),
    outcome === "failed" && note !== "" && make("span", { class: "tag" }, "known"),
    warnings !== "" && make("span", { class: "tag warning" }, "warns"),
    attempts > 1 && make("span", { class: "tag" }, `${attempts} attempts`),
    origin !== "declared" && make("span", { class: "tag" }, origin),
    facts.suites.length > 1 && make("span", { class: "tag" }, facts.suites[suite]),
  ].filter(Boolean);
}

/** The second line: only of what is not simply green. */
function lineOf({ outcome, message, note, because }) {
  const text = outcome === "inconclusive" && because !== "" ? `because of ${because}` : message || note;
  return text === "" ? null : make("span", { class: "line" }, text);
}
