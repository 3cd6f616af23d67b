import { type Piece, parsePattern } from "./pattern-piece.ts";

/** Whether a text matches; nothing where the expression is none, or where trying could take forever. */
export function matches(pattern: string, text: string): boolean | undefined {
  const expression = compile(pattern);
  if (expression === undefined || text.length > triedLength(pattern)) return undefined;
  return expression.test(text);
}

/** JSON Schema's expressions are those of ECMAScript with the u flag; some are written without it in mind. */
export function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The next flags, or none.
    }
  }
  return undefined;
}

/** A repetition in a repetition may need time exponential in the length, several in a row a power of it. */
function triedLength(pattern: string): number {
  const piece = parsePattern(pattern);
  if (piece === undefined || isNested(piece)) return 20;
  return repetitions(piece) > 2 ? 100 : 2000;
}

function isNested(piece: Piece): boolean {
  if (piece.kind === "repeat" && piece.most > 4 && (repetitions(piece.piece) > 0 || hasChoice(piece.piece)))
    return true;
  return partsOf(piece).some(isNested);
}

function repetitions(piece: Piece): number {
  const own = piece.kind === "repeat" && piece.most > piece.least ? 1 : 0;
  return partsOf(piece).reduce((sum, part) => sum + repetitions(part), own);
}

function hasChoice(piece: Piece): boolean {
  return (piece.kind === "choice" && piece.options.length > 1) || partsOf(piece).some(hasChoice);
}

function partsOf(piece: Piece): ReadonlyArray<Piece> {
  switch (piece.kind) {
    case "set":
      return [];
    case "sequence":
      return piece.parts;
    case "choice":
      return piece.options;
    case "repeat":
      return [piece.piece];
  }
  return piece satisfies never;
}
