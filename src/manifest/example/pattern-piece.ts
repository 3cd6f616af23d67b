/** What a regular expression consists of, as far as it takes to write a text that matches it. */
export type Piece =
  /** One of these characters. */
  | { readonly kind: "set"; readonly characters: ReadonlyArray<string> }
  | { readonly kind: "sequence"; readonly parts: ReadonlyArray<Piece> }
  | { readonly kind: "choice"; readonly options: ReadonlyArray<Piece> }
  | { readonly kind: "repeat"; readonly piece: Piece; readonly least: number; readonly most: number };

interface Read {
  readonly piece: Piece;
  readonly rest: string;
}

const maxNesting = 30;

/** The pieces of an expression; nothing where it has what is not understood here. */
export function parsePattern(pattern: string): Piece | undefined {
  const read = readChoice(pattern, 0);
  return read?.rest === "" ? read.piece : undefined;
}

function readChoice(text: string, depth: number): Read | undefined {
  if (depth > maxNesting) return undefined;
  const options: Piece[] = [];
  let rest = text;
  for (;;) {
    const read = readSequence(rest, depth);
    if (read === undefined) return undefined;
    options.push(read.piece);
    rest = read.rest;
    if (!rest.startsWith("|")) return { piece: { kind: "choice", options }, rest };
    rest = rest.slice(1);
  }
}

function readSequence(text: string, depth: number): Read | undefined {
  const parts: Piece[] = [];
  let rest = text;
  while (rest !== "" && !/^[|)]/.test(rest)) {
    const read = readOne(rest, depth);
    if (read === undefined) return undefined;
    const repeated = readQuantifier(read);
    parts.push(repeated.piece);
    rest = repeated.rest;
  }
  return { piece: { kind: "sequence", parts }, rest };
}

function readQuantifier({ piece, rest }: Read): Read {
  const [whole, mark = "", least, comma, most] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? [];
  if (whole === undefined) return { piece, rest };
  const fixed: Readonly<Record<string, readonly [number, number]>> = {
    "*": [0, Number.POSITIVE_INFINITY],
    "+": [1, Number.POSITIVE_INFINITY],
    "?": [0, 1],
  };
  const upper = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
  const [from, to] = fixed[mark] ?? [Number(least), upper];
  return { piece: { kind: "repeat", piece, least: from, most: to }, rest: rest.slice(whole.length) };
}

const nothing: Piece = { kind: "sequence", parts: [] };

function readOne(text: string, depth: number): Read | undefined {
  const [anchor] = /^(?:\^|\$|\\[bB])/.exec(text) ?? [];
  if (anchor !== undefined) return { piece: nothing, rest: text.slice(anchor.length) };
  if (text.startsWith("(")) return readGroup(text, depth);
  const [source] =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\u\{[\da-f]+\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[pP]\{[^}]*\}|\\[\s\S]|[\s\S])/iu.exec(
      text,
    ) ?? [];
  // A reference to a group, \1, would need to know what the group became.
  if (source === undefined || /^\\[1-9k]/.test(source)) return undefined;
  const characters = charactersOf(source);
  return characters.length === 0 ? undefined : { piece: { kind: "set", characters }, rest: text.slice(source.length) };
}

/** What looks ahead or behind takes no room: whoever writes a text tries afterwards whether it holds. */
function readGroup(text: string, depth: number): Read | undefined {
  const [opening = ""] = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(text) ?? [];
  const inner = readChoice(text.slice(opening.length), depth + 1);
  if (inner === undefined || !inner.rest.startsWith(")")) return undefined;
  return { piece: /^\(\?<?[=!]$/.test(opening) ? nothing : inner.piece, rest: inner.rest.slice(1) };
}

/** Letters and digits first, then the rest of ASCII, then characters of other scripts. */
const pool = [
  ..."abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.",
  ..." !\"#$%&'()*+,/:;<=>?@[\\]^`{|}~",
  ..."éßñжя中日あ한ع€✓\t\n",
];

/** Which characters one element of the expression takes: the engine knows best. */
function charactersOf(source: string): ReadonlyArray<string> {
  for (const flags of ["u", ""]) {
    try {
      const one = new RegExp(`^${source}$`, flags);
      return [...new Set([...pool, ...literals(source)])].filter((character) => one.test(character));
    } catch {
      // Without the u flag more is allowed.
    }
  }
  return [];
}

/** Characters that are written in the element itself, as they are or by their number. */
function literals(source: string): ReadonlyArray<string> {
  const numbered = [...source.matchAll(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi)].map(
    ([, long, four, two]) => Number.parseInt(long ?? four ?? two ?? "0", 16),
  );
  return [...source, ...numbered.filter((code) => code <= 0x10ffff).map((code) => String.fromCodePoint(code))];
}
