import { make } from "./dom.js";
import { amount } from "./words.js";

/** Strings, marks and everything else of a JSON text. */
const tokens = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Beyond so many characters colours are no help, and slow. */
const mostColoured = 20_000;

export function drawBody(body, whose) {
  if (!body) return null;
  const json = body.length === undefined && isJson(body.text);
  const content = json ? colour(layOut(body.text)) : [body.text];
  const cut =
    body.length === undefined
      ? null
      : make("p", { class: "cut" }, `The first ${amount(body.text.length)} of ${amount(body.length)} characters.`);
  return make(
    "div",
    {},
    make("pre", { class: "body", tabindex: 0, role: "region", "aria-label": `Body of the ${whose}` }, content),
    cut,
  );
}

function isJson(text) {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** Lays the text out without reading its values: a number keeps every digit it came with. */
function layOut(text) {
  let depth = 0;
  let last = "";
  let laidOut = "";
  const feed = () => `\n${"  ".repeat(depth)}`;
  for (const [token] of text.matchAll(tokens)) {
    const closes = token === "}" || token === "]";
    if (closes) depth--;
    const isEmpty = closes && (last === "{" || last === "[");
    if (last === "," || ((last === "{" || last === "[" || closes) && last !== "" && !isEmpty)) laidOut += feed();
    laidOut += token === ":" ? ": " : token;
    if (token === "{" || token === "[") depth++;
    last = token;
  }
  return laidOut;
}

function colour(text) {
  if (text.length > mostColoured) return [text];
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [token] = match;
    if (/^[{}[\],:]$/.test(token)) continue;
    const after = match.index + token.length;
    const kind = !token.startsWith('"') ? "other" : text[after] === ":" ? "key" : "text";
    pieces.push(text.slice(end, match.index), make("span", { class: kind }, token));
    end = after;
  }
  return [...pieces, text.slice(end)];
}
