import { type Piece, parsePattern } from "./pattern-piece.ts";

/** Texts that a regular expression may match, the shortest first: whether one really does is for the reader to try. */
export function* textsLike(pattern: string, { minLength = 0 }: { readonly minLength?: number }): Generator<string> {
  yield* usual;
  const piece = parsePattern(pattern);
  if (piece === undefined) return;
  for (let variant = 0; variant < 20; variant += 1) {
    const shortest = write(piece, { variant, longer: 0 });
    yield shortest;
    for (let longer = 1; longer <= Math.min(minLength - shortest.length, 64) || longer <= 2; longer += 1) {
      yield write(piece, { variant, longer });
    }
    if (minLength - shortest.length > 64) yield write(piece, { variant, longer: minLength - shortest.length });
  }
}

/** What fields are often asked to look like, tried before a text is made up. */
const usual: ReadonlyArray<string> = [
  "text",
  "Text",
  "text-1",
  "reader@example.com",
  "2024-01-01",
  "00:00",
  "https://example.com/",
  "12345",
  "+491701234567",
  "DE",
  "Newman-2024!",
  "a1",
  "#00ff00",
  "{{$guid}}",
];

/** Enough for any field, and no way to fill the memory. */
const maxLength = 100_000;

interface Choice {
  /** Which of the possible characters and options is taken. */
  readonly variant: number;
  /** How often the first piece that can be repeated is repeated beyond what it must be. */
  readonly longer: number;
}

function write(piece: Piece, choice: Choice): string {
  switch (piece.kind) {
    case "set":
      return piece.characters[choice.variant % piece.characters.length] ?? "";
    case "sequence":
      return writeAll(piece.parts, choice);
    case "choice": {
      const option = piece.options[choice.variant % piece.options.length];
      return option === undefined ? "" : write(option, choice);
    }
    case "repeat": {
      const once = write(piece.piece, { ...choice, longer: 0 });
      const count = Math.min(piece.least + choice.longer, piece.most, Math.ceil(maxLength / Math.max(once.length, 1)));
      return once.repeat(count);
    }
  }
  return piece satisfies never;
}

/** The additional length goes to the first piece that can take it. */
function writeAll(parts: ReadonlyArray<Piece>, { variant, longer }: Choice): string {
  let left = longer;
  let text = "";
  for (const part of parts) {
    const shortest = write(part, { variant, longer: 0 });
    const written = left > 0 ? write(part, { variant, longer: left }) : shortest;
    left -= Math.max(written.length - shortest.length, 0);
    if (text.length + written.length > maxLength) return text;
    text += written;
  }
  return text;
}
