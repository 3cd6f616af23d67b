/**
 * Text that is safe to print on a terminal: control characters (they could move the cursor or start an escape sequence)
 * and marks that turn the direction of writing are shown as a replacement character. One character stays one character.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
