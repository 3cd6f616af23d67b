/** An element with what is in it; texts become text nodes, so that nothing in them is ever markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === "") continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Text to be read by those who do not see the page. */
export function away(text) {
  return make("span", { class: "away" }, text);
}
