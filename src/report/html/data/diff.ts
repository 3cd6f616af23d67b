/** A piece of a text; `differs`: the other text does not have it there. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

export interface Diff {
  readonly expected: ReadonlyArray<Piece>;
  readonly actual: ReadonlyArray<Piece>;
}

/** Beyond so many pairs of words, marking single ones takes long and shows little. */
const mostPairs = 250_000;

/** Both texts with the words marked that only one of them has: the rest is their longest common subsequence. */
export function diffTexts(expected: string, actual: string): Diff {
  const [a, b] = [wordsOf(expected), wordsOf(actual)];
  if (a.length * b.length > mostPairs) return { expected: whole(expected), actual: whole(actual) };
  const common = commonWords(a, b);
  // Two texts with nothing but blanks and marks in common are simply different.
  const isAlike = common.some(([index]) => /\w/.test(a[index] ?? ""));
  if (!isAlike) return { expected: whole(expected), actual: whole(actual) };
  return {
    expected: piecesOf(a, new Set(common.map(([index]) => index))),
    actual: piecesOf(b, new Set(common.map(([, index]) => index))),
  };
}

function whole(text: string): ReadonlyArray<Piece> {
  return text === "" ? [] : [{ text, differs: true }];
}

function wordsOf(text: string): ReadonlyArray<string> {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

type Pair = readonly [inA: number, inB: number];

function commonWords(a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<Pair> {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function piecesOf(words: ReadonlyArray<string>, common: ReadonlySet<number>): ReadonlyArray<Piece> {
  const pieces: { text: string; differs: boolean }[] = [];
  for (const [index, text] of words.entries()) {
    const differs = !common.has(index);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += text;
    else pieces.push({ text, differs });
  }
  return pieces;
}
