/** Values that headers and fields are often asked to look like, tried before one is made up. */
const usual = [
  "1",
  "10",
  "text",
  "no-store",
  "no-cache",
  "max-age=60",
  "public, max-age=60",
  "nosniff",
  "abc123",
  "2024-01-01",
  "2024-01-01T00:00:00Z",
  "00000000-0000-4000-8000-000000000001",
  "https://example.com/",
  "/",
  "application/json",
  "text/plain; charset=utf-8",
];

/** A text that fits a regular expression, where one is found; simple expressions are enough. */
export function sampleOf(pattern: string): string | undefined {
  const expression = compile(pattern);
  if (!expression) return undefined;
  return [...usual, spell(pattern)].find((candidate) => expression.test(candidate));
}

/** The expression, or undefined where it is none. */
export function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    try {
      return new RegExp(pattern);
    } catch {
      return undefined;
    }
  }
}

const classes: Readonly<Record<string, string>> = { d: "1", w: "a", s: " ", D: "a", W: "-", S: "a", b: "", B: "" };

/** One pass over the pattern, the first way through it: the first alternative, the least repetition. */
function spell(pattern: string): string {
  let rest = pattern;
  const texts: string[] = [""];
  while (rest !== "") {
    const [whole, piece] = nextPiece(rest);
    rest = rest.slice(whole.length);
    const [quantifier = ""] = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(rest) ?? [];
    rest = rest.slice(quantifier.length);
    if (piece === "|") break;
    texts.push(piece.repeat(repetitions(quantifier)));
  }
  return texts.join("");
}

/** What stands first in a pattern, and a text it matches. */
function nextPiece(pattern: string): [whole: string, sample: string] {
  const [first = ""] = pattern;
  if (first === "^" || first === "$") return [first, ""];
  if (first === ".") return [first, "a"];
  if (first === "|") return [first, "|"];
  if (first === "\\") {
    const letter = pattern[1] ?? "";
    return [pattern.slice(0, 2), classes[letter] ?? letter];
  }
  if (first === "[") return bracketPiece(pattern);
  if (first === "(") return groupPiece(pattern);
  return [first, first];
}

function bracketPiece(pattern: string): [string, string] {
  const [whole, inside = ""] = /^\[((?:\\.|[^\]\\])*)\]/.exec(pattern) ?? ["["];
  if (!inside.startsWith("^")) return [whole, nextPiece(inside)[1]];
  const excluded = compile(whole);
  return [whole, [..."a1-_ Z"].find((letter) => excluded?.test(letter)) ?? "a"];
}

function groupPiece(pattern: string): [string, string] {
  let depth = 0;
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === "\\") index += 1;
    else if (pattern[index] === "(") depth += 1;
    else if (pattern[index] === ")") depth -= 1;
    if (depth === 0) {
      const whole = pattern.slice(0, index + 1);
      return [whole, spell(whole.slice(1, -1).replace(/^\?(?::|<\w+>)/, ""))];
    }
  }
  return [pattern, ""];
}

function repetitions(quantifier: string): number {
  if (quantifier.startsWith("*") || quantifier.startsWith("?")) return 0;
  const [, count] = /^\{(\d+)/.exec(quantifier) ?? [];
  return count === undefined ? 1 : Math.min(Number(count), 1000);
}
