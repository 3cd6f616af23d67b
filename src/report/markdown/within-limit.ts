import { counted } from "../common/words.ts";

/** A part of the report: blocks that are there as a whole or not at all. */
export interface Section {
  /** What its blocks are called, where some are left out: `failure`, `matrix`. */
  readonly one: string;
  readonly many: string;
  /** Those of a lower rank get room first; the order on the page is another. */
  readonly rank: number;
  /** Above the first block. */
  readonly heading?: string;
  /** Made one by one, and no more than there is room for. */
  readonly blocks: Iterable<string>;
  /** How many there are. */
  readonly count: number;
}

/** For the sentence about what is left out. */
const reservedBytes = 600;
/** What is left when it is no use to look for a smaller block. */
const leastBytes = 200;
/** So many that did not fit, one after the other: the next one would not, either. */
const mostMisses = 20;

/** The sections, one after the other, in as many bytes of UTF-8; what is left out is said at the end. */
export function withinLimit(sections: ReadonlyArray<Section>, limitBytes: number): string {
  let room = limitBytes - reservedBytes;
  const texts = new Map<Section, string>();
  const left = new Map<string, { readonly section: Section; count: number }>();
  for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
    const { text, shown } = take(section, room);
    room -= Buffer.byteLength(text);
    texts.set(section, text);
    if (shown === section.count) continue;
    const before = left.get(section.many) ?? { section, count: 0 };
    left.set(section.many, { section, count: before.count + section.count - shown });
  }
  const omitted = [...left.values()].map(({ section: { one, many }, count }) => counted(count, one, many));
  const note = omitted.length === 0 ? "" : `_Left out for want of room: ${omitted.join(", ")}._\n`;
  return sections.map((section) => texts.get(section) ?? "").join("") + note;
}

function take({ heading, blocks }: Section, room: number): { readonly text: string; readonly shown: number } {
  let text = "";
  let shown = 0;
  let rest = room;
  let misses = 0;
  for (const block of blocks) {
    if (rest < leastBytes || misses === mostMisses) break;
    const piece = shown === 0 && heading !== undefined ? `### ${heading}\n\n${block}` : block;
    const size = Buffer.byteLength(piece);
    misses = size > rest ? misses + 1 : 0;
    if (misses > 0) continue;
    text += piece;
    rest -= size;
    shown++;
  }
  // Whatever comes next is no part of a list.
  return { text: text === "" || text.endsWith("\n\n") ? text : `${text}\n`, shown };
}
