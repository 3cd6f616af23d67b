import { closeSync, openSync, writeFileSync } from "node:fs";

/** Writes a file piece by piece. */
export function writePieces(name: string, pieces: Iterable<string>): void {
  const file = openSync(name, "w");
  try {
    // A disk that is nearly full takes a part of a chunk, and says nothing: only this writes the rest.
    for (const chunk of inChunks(pieces)) writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** A call of the system for each little piece would take most of the time. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** Whatever is written ends with a line end; nothing stays nothing. */
export function* withLastLineEnd(pieces: Iterable<string>): Generator<string> {
  let last = "";
  for (const piece of pieces) {
    if (piece !== "") last = piece;
    yield piece;
  }
  if (last !== "" && !last.endsWith("\n")) yield "\n";
}
