import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Something long that is read in pieces. */
export interface Bytes {
  readonly size: number;
  /** Fewer than asked for only at the end. */
  readonly read: (offset: number, length: number) => Buffer;
  readonly close: () => void;
}

/** Text that is in memory already. */
export function bytesOfText(text: string): Bytes {
  const all = Buffer.from(text);
  return { size: all.length, read: (offset, length) => all.subarray(offset, offset + length), close: () => {} };
}

/** A file, which must not change while it is read. Throws what node:fs throws. */
export function bytesOfFile(name: string): Bytes {
  const file = openSync(name, "r");
  const size = fstatSync(file).size;
  return {
    size,
    read: (offset, length) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
      let read = 0;
      while (read < buffer.length) {
        const count = readSync(file, buffer, read, buffer.length - read, offset + read);
        if (count === 0) break;
        read += count;
      }
      return buffer.subarray(0, read);
    },
    close: () => closeSync(file),
  };
}
