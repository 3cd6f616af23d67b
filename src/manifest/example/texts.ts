import { filledText } from "./filled.ts";
import { formats } from "./formats.ts";
import { lengthOf } from "./json.ts";
import { textsLike } from "./pattern-text.ts";
import { largest, saidAt, smallest, type Way } from "./way.ts";

/** Nobody means a body of more than this. */
const maxLength = 100_000;

const plain = "text";

/** Names of fields that mostly must not occur twice: a new value for each request keeps creates from colliding. */
const uniqueNames = /^(id|uuid|guid|user_?name|login|slug|handle|sku|isbn|e_?mail|nickname|serial_?number|key)$/i;

/** Texts that may be right at a place: who takes one tries whether it is. */
export function* textsFor(way: Way, name: string): Generator<string> {
  for (const text of proposals(way, name)) {
    // Only what is a variable on purpose may look like one.
    if (filledText(text) !== undefined && !text.includes("${")) yield text;
  }
}

function* proposals(way: Way, name: string): Generator<string> {
  const minLength = Math.min(largest(way, "minLength") ?? 0, maxLength);
  const mostLength = smallest(way, "maxLength") ?? Number.POSITIVE_INFINITY;
  for (const format of saidAt(way, "format")) yield* formats.get(String(format))?.examples ?? [];
  const patterns = saidAt(way, "pattern").map(String);
  for (const pattern of patterns) yield* textsLike(pattern, { minLength });
  if (patterns.length > 0) return;
  if (uniqueNames.test(name)) yield /mail/i.test(name) ? "reader-{{$guid}}@example.com" : "{{$guid}}";
  if (/mail/i.test(name)) yield "reader@example.com";
  for (let count = 1; count <= 100; count += 1)
    yield fitted(count === 1 ? plain : `${plain}${count}`, minLength, mostLength);
  yield* ["a", "1", ""];
}

function fitted(text: string, least: number, most: number): string {
  const padded = text.padEnd(least, "x");
  if (lengthOf(padded) <= most) return padded;
  // The end tells one text from the other.
  return text === plain ? padded.slice(0, most) : padded.slice(-most);
}
