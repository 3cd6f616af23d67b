import type { Span } from "../diagnostic/diagnostic.ts";
import type { Manifest } from "../manifest/model.ts";

/** Where a text first stands in the manifest; its first character where it does not stand there word for word. */
export function placeOfText({ sources }: Pick<Manifest, "sources">, text: string): Span {
  for (const source of sources) {
    const start = source.text.indexOf(text);
    if (start !== -1) return { file: source.file, start, end: start + text.length };
  }
  return { file: sources[0]?.file ?? "", start: 0, end: 0 };
}

/** Every place of the manifest's files where a pattern fits. */
export function placesOf({ sources }: Pick<Manifest, "sources">, pattern: RegExp): ReadonlyArray<Span> {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ file, start: index, end: index + found.length })),
  );
}
