import { drawAttempt } from "./attempt.js";
import { drawCheck } from "./check.js";
import { hashOf, rowOf, wholeOf } from "./data.js";
import { make } from "./dom.js";

/** All that is known of a case. */
export function drawWhole(row) {
  const whole = wholeOf(row);
  const attempts = whole?.attempts ?? [];
  const last = attempts.at(-1);
  const parts = [
    last?.error && drawError(last.error),
    last && last.failed.length > 0 && make("div", {}, last.failed.map(drawCheck)),
    drawOrigin(row, whole),
    ...attempts.map((attempt, at) => drawAttempt(attempt, { at, of: attempts.length })),
    !whole &&
      row.attempts > 0 &&
      row.outcome !== "passed" &&
      make("p", { class: "quiet" }, "Request and response are in the run file."),
  ];
  return make("div", { class: "whole" }, parts.filter(Boolean));
}

function drawError({ code, message, rule }) {
  const says = message.includes(code) ? message : `${code}: ${message}`;
  return make(
    "div",
    { class: "check" },
    make("p", { class: "says" }, says),
    rule ? make("p", { class: "why" }, make("code", {}, rule)) : null,
  );
}

/** Where the case comes from, and why its code is right. */
function drawOrigin(row, whole) {
  const list = make("dl", { class: "origin" });
  const add = (name, ...content) => list.append(make("dt", {}, name), make("dd", {}, ...content));
  const isCompared = whole?.attempts.at(-1)?.failed.some(({ rule }) => rule === "status-expected");
  if (!isCompared)
    add(
      "expected",
      row.expected === "" ? "what its own tests say" : row.expected.replaceAll("|", " or "),
      row.got === null ? "" : `, got ${row.got}`,
    );
  if (row.note !== "") add(row.outcome === "failed" ? "known" : "note", row.note);
  if (row.because !== "") add("because", linkTo(row.suite, row.because));
  if (row.broken !== "" && !whole)
    add(
      "not so",
      row.broken.split("\n").flatMap((rule) => [make("code", {}, rule), " "]),
    );
  add("why", row.why);
  add("declared", make("code", {}, row.place), whole?.frame ? drawFrame(whole.frame) : "");
  if (row.edge !== "") add("recipe", make("code", {}, row.edge));
  if (whole?.needs.length > 0)
    add(
      "needs",
      whole.needs.flatMap((id, at) => [at > 0 ? ", " : "", linkTo(row.suite, id)]),
    );
  add("case", make("a", { href: hashOf(row) }, make("code", {}, row.id)));
  return list;
}

function linkTo(suite, id) {
  const row = rowOf(suite, id);
  return row ? make("a", { href: hashOf(row) }, row.title) : make("code", {}, id);
}

function drawFrame({ line, before, marked, after }) {
  return make(
    "code",
    { class: "frame" },
    make("span", { class: "no" }, line),
    before.trimStart(),
    make("mark", {}, marked),
    after,
  );
}
