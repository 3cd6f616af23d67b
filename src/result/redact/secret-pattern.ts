/**
 * A pattern for a secret however it was written down: every character as it is, or encoded for a URL, a form or JSON. What
 * encodes a URL leaves some characters alone and not others, so that each one has its own choice.
 */
export function secretPattern(secret: string): string {
  return `(?:${[...secret].map(characterPattern).join("")}|${base64Forms(secret).map(literal).join("|")})`;
}

const shortEscapes: Readonly<Record<string, string>> = { " ": "+", "/": "\\/" };

function characterPattern(character: string): string {
  const forms = [
    character,
    percent(Buffer.from(character)),
    // Latin 1, as headers are read and old forms are sent.
    Buffer.from(character).toString("latin1"),
    ...(character <= "\u00ff" ? [percent(Buffer.from(character, "latin1"))] : []),
    JSON.stringify(character).slice(1, -1),
    ...(shortEscapes[character] === undefined ? [] : [shortEscapes[character]]),
  ];
  return `(?:${[...new Set(forms)].map(literal).join("|")}|${unicodeEscapes(character)})`;
}

/** `%2F` in any case of letters. */
function percent(bytes: Buffer): string {
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function unicodeEscapes(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\\\u${anyCase(unit.toString(16).padStart(4, "0"))}`).join("");
}

function base64Forms(secret: string): ReadonlyArray<string> {
  const bytes = Buffer.from(secret);
  // The longer one first: its padding is a part of it.
  return [bytes.toString("base64"), bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url")];
}

/** The text as a pattern; the hex digits after a `%` in any case. */
function literal(text: string): string {
  const pattern = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return /^(%[\da-f]{2})+$/.test(text) ? anyCase(pattern) : pattern;
}

function anyCase(text: string): string {
  return text.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
