import { type Edge, noServerError } from "../edge.ts";

// Whether a text is taken is for the server to say; that it can be read is not.
const readable = {
  codes: [],
  tier: 2,
  methods: ["POST"],
  needs: ["fields", "repeatable"],
  implied: { family: noServerError },
} as const;

/** Characters that some code cannot count, store or show. */
export const unicodeEdges = {
  "ec-nul-in-string": {
    ...readable,
    title: "when {field} has a NUL",
    tier: 1,
    rank: 18,
    change: { kind: "payload", text: "newmanifest\u0000a" },
    why: "JSON can say it, and PostgreSQL refuses it",
    source: "RFC 8259, 7 and 9; the guide: invalid data is the client's error, never a 500",
  },
  "ec-uni-multibyte": {
    ...readable,
    title: "when {field} is Japanese with an emoji",
    tier: 1,
    rank: 19,
    change: { kind: "payload", text: "日本語 ñ é 🙂" },
    trap: "a field may have an alphabet of its own",
    why: "an emoji has four bytes, and the utf8 of MySQL has three",
    source: "RFC 8259, 8.1",
  },
  "ec-control-chars": {
    ...readable,
    title: "when {field} has control characters",
    rank: 39,
    change: { kind: "payload", text: "newmanifest\u0001\u0008\u001b\u001f" },
    why: "XML and terminals cannot show them",
    source: "RFC 8259, 7",
  },
  "ec-uni-emoji-zwj": {
    ...readable,
    title: "when {field} is an emoji of several characters",
    rank: 53,
    change: { kind: "payload", text: "👩‍🚀👨‍👩‍👧‍👦" },
    why: "who cuts it in the middle is left with half a character",
    source: "Unicode Technical Standard 51",
  },
  "ec-uni-zero-width": {
    ...readable,
    title: "when {field} has a space that nobody sees",
    rank: 80,
    change: { kind: "payload", text: "new\u200bmanifest\u200b" },
    trap: "trimmed, kept or refused",
    why: "two names that look the same are two",
    source: "Unicode Technical Report 36",
  },
  "ec-uni-rtl-override": {
    ...readable,
    title: "when {field} turns the direction of writing",
    rank: 81,
    change: { kind: "payload", text: "newmanifest\u202egnp.exe" },
    why: "what is shown is not what is there",
    source: "Unicode Technical Report 36",
  },
  "ec-uni-zalgo": {
    ...readable,
    title: "when {field} has fifty accents on one letter",
    rank: 82,
    change: { kind: "payload", text: `n${"\u0301".repeat(50)}` },
    why: "what is one letter to a reader is fifty-one characters to a database",
    source: "Unicode Standard Annex 15",
  },
  "ec-uni-homoglyph": {
    ...readable,
    title: "when {field} has a Cyrillic letter",
    tier: 3,
    change: { kind: "payload", text: "newm\u0430nifest" },
    trap: "to a free text it is a letter like others",
    why: "it looks like another name, and is none",
    source: "Unicode Technical Standard 39",
  },
  "ec-uni-normalisation": {
    ...readable,
    title: "when {field} has a letter and its accent apart",
    tier: 3,
    change: { kind: "payload", text: "cafe\u0301" },
    why: "one word may be written in two ways",
    source: "Unicode Standard Annex 15",
  },
  "ec-uni-case-expand": {
    ...readable,
    title: "when {field} is longer in capitals",
    tier: 3,
    change: { kind: "payload", text: "ßßßßßßßßŉŉŉŉŉŉŉŉ" },
    why: "what fits in small letters may not fit in capitals",
    source: "Unicode Standard, 5.18",
  },
} as const satisfies Record<string, Edge>;
