import type { Bytes } from "./bytes.ts";

/** A line of something long. */
export interface Line {
  /** 1-based. */
  readonly line: number;
  readonly offset: number;
  /** Without its line feed. */
  readonly bytes: Buffer;
  /** Nothing ends it: it may have been cut. */
  readonly isOpen: boolean;
}

const chunkBytes = 4_000_000;
const lineFeed = 10;

/** The lines, one after the other; the bytes of a line are good until the next one is asked for. */
export function* linesOf(bytes: Bytes): Generator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  let line = 1;
  for (let at = 0; at < bytes.size; at += chunkBytes) {
    const chunk = bytes.read(at, chunkBytes);
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed, start)) {
      yield { line, offset: offset + start, bytes: rest.subarray(start, end), isOpen: false };
      start = end + 1;
      line += 1;
    }
    offset += start;
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield { line, offset, bytes: rest, isOpen: true };
}
