import type { Diagnostic, Report, Span } from "../../diagnostic/diagnostic.ts";
import type { SourceText } from "../../diagnostic/locate.ts";
import { scanJson } from "../../diagnostic/scan-json.ts";

/** The keys and indexes that lead to a value. */
export type Trail = ReadonlyArray<PropertyKey>;

/** A JSON value, and where its parts stand. */
export interface PlacedJson {
  readonly value: unknown;
  /** The place of a value; of what holds it, where it is not there. */
  readonly spanAt: (trail: Trail) => Span;
  /** The place of the key before a value. */
  readonly keyAt: (trail: Trail) => Span;
}

/** Reads JSON with the places of its values; undefined, and reported, where it is none. */
export function readPlacedJson({ file, text }: SourceText, report: Report): PlacedJson | undefined {
  const places = new Map<string, readonly [start: number, end: number]>();
  const mistake = scanJson(text, (trail, start, end) => places.set(JSON.stringify(trail), [start, end]));
  if (mistake !== undefined) {
    report(syntaxError(mistake, file));
    return undefined;
  }
  const spanAt = (trail: Trail): Span => {
    const found = places.get(JSON.stringify(trail));
    if (found !== undefined) return { file, start: found[0], end: found[1] };
    const { start } = trail.length === 0 ? { start: 0 } : spanAt(trail.slice(0, -1));
    // Of what is missing only the beginning of what should hold it can be shown.
    return { file, start, end: start + 1 };
  };
  const keyAt = (trail: Trail): Span => {
    const span = spanAt(trail);
    const key = JSON.stringify(String(trail.at(-1)));
    const start = text.lastIndexOf(key, span.start - 1);
    return start === -1 ? span : { file, start, end: start + key.length };
  };
  return { value: JSON.parse(text.replace(/^\uFEFF/, "")), spanAt, keyAt };
}

function syntaxError(mistake: NonNullable<ReturnType<typeof scanJson>>, file: string): Diagnostic {
  const { problem, hint, start, end } = mistake;
  return { code: "json-syntax", args: { problem, hint }, span: { file, start, end } };
}
