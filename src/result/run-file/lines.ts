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
  // Pieces of a line that is longer than a chunk are put together once: a file may be but one line.
  let begun: Buffer[] = [];
  let offset = 0;
  let line = 1;
  for (let at = 0; at < bytes.size; at += chunkBytes) {
    const chunk = bytes.read(at, chunkBytes);
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const whole = join(begun, chunk.subarray(start, end));
      yield { line, offset, bytes: whole, isOpen: false };
      begun = [];
      start = end + 1;
      offset = at + start;
      line += 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield { line, offset, bytes: Buffer.concat(begun), isOpen: true };
}

function join(begun: ReadonlyArray<Buffer>, rest: Buffer): Buffer {
  return begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
}
