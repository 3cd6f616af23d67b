/** A piece of an XML document; text is escaped when it is written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: ReadonlyArray<XmlElement | string>;
}

export function element(
  name: string,
  attributes: XmlElement["attributes"],
  children: XmlElement["children"] = [],
): XmlElement {
  return { name, attributes, children };
}

/** What a document begins with (XML 1.0). */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The whole document, a line for each element that holds others. */
export function writeXml(root: XmlElement): string {
  return `${xmlHead}${writeElement(root)}\n`;
}

/** `<name key="value">`, for a document that is written in pieces. */
export function openTag(name: string, attributes: XmlElement["attributes"]): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  return `<${name}${pairs.join("")}>`;
}

/** An element with all that is in it, its lines indented. */
export function writeElement({ name, attributes, children }: XmlElement, indent = ""): string {
  const open = `${indent}${openTag(name, attributes)}`;
  if (children.length === 0) return `${open.slice(0, -1)}/>`;
  if (children.every((child) => typeof child === "string"))
    return `${open}${children.map(escapeXml).join("")}</${name}>`;
  const inner = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escapeXml(child)}` : writeElement(child, `${indent}  `),
  );
  return [open, ...inner, `${indent}</${name}>`].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML 1.0 cannot hold (2.2) become U+FFFD. */
export function heldByXml(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

export function escapeXml(text: string): string {
  return heldByXml(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

/** A parser would make blanks of line breaks and tabs (3.3.3). */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\n\r\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
