import { make } from "./dom.js";

/** A check that did not pass: what it says, what it compared, why it is right. */
export function drawCheck({ title, rule, level, message, why, compared }) {
  return make(
    "div",
    { class: `check ${level}` },
    make(
      "p",
      { class: "says" },
      title,
      rule && rule !== title ? " " : "",
      rule && rule !== title ? make("code", { class: "quiet" }, rule) : null,
    ),
    compared.map(drawComparison),
    message === "" ? null : make("p", { class: "message" }, message),
    why === "" ? null : make("p", { class: "why" }, why),
  );
}

function drawComparison({ what, expected, actual }) {
  return make(
    "div",
    { class: "compare" },
    what === "" ? null : make("div", { class: "what" }, what),
    make("div", { class: "row expected" }, make("span", { class: "label" }, "expected"), drawPieces(expected, "ins")),
    make("div", { class: "row actual" }, make("span", { class: "label" }, "got"), drawPieces(actual, "del")),
  );
}

function drawPieces(pieces, tag) {
  return make(
    "span",
    {},
    pieces.map(({ text, differs }) => (differs ? make(tag, {}, text) : text)),
  );
}
