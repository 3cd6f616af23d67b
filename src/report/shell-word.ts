/** As one word of a POSIX shell that means just this text, and is itself of visible characters only. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:,@%+=-]+$/.test(text)) return text;
  const inert = (inner: string) => `'${inner.replaceAll("'", String.raw`'\''`)}'`;
  if (!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return inert(text);
  // `$'...'` is not in every sh, printf is. A line feed at the end and NUL are lost: no shell word can carry them.
  const format = text.replaceAll("\\", "\\\\").replaceAll("%", "%%");
  return `"$(printf ${inert(format.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter))})"`;
}

const names: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** `\033`: octal, the only numeric escape that every printf knows. */
function escapeCharacter(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  return names[character] ?? bytes.map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
