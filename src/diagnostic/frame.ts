import type { Related } from "./code-entry.ts";
import type { Diagnostic, Severity, Span } from "./diagnostic.ts";
import { buildLineIndex, lineAt, positionAt } from "./line-index.ts";
import type { SourceText } from "./locate.ts";
import { type Colour, type Paint, painter } from "./paint.ts";
import { printable } from "./printable.ts";
import { underline } from "./underline.ts";
import { type Wording, wordDiagnostic } from "./word.ts";

/** How a frame is drawn. */
export interface FrameOptions {
  /** With ANSI colours; default false. */
  readonly color?: boolean;
}

const colours = { error: "red", warning: "yellow", hint: "cyan" } as const satisfies Record<Severity, Colour>;
const codeColumn = 63;

/** Something to be said of a place: a diagnostic in words, or what a lint found. */
export interface Note extends Wording {
  /** The id by which it is looked up. */
  readonly code: string;
  readonly span?: Span;
}

/** The diagnostic as a compiler would print it: what, where, the line with carets, and what to write instead. */
export function drawDiagnostic(
  diagnostic: Diagnostic,
  sources: ReadonlyArray<SourceText>,
  options: FrameOptions = {},
): string {
  const { code, span } = diagnostic;
  return drawNote({ ...wordDiagnostic(diagnostic), code, ...(span && { span }) }, sources, options);
}

/** The same for whatever has words of its own. */
export function drawNote(
  { severity, message, label = "", related, code, span }: Note,
  sources: ReadonlyArray<SourceText>,
  { color = false }: FrameOptions = {},
): string {
  const paint = painter(color);
  const blocks = [block(span && { span, label }, sources, "^")];
  if (related) blocks.push(block(related, sources, "-"));
  const drawn = blocks.filter((each) => each !== undefined);
  const gutter = Math.max(...drawn.map(({ line }) => String(line ?? "").length), 1);
  const lines = [headline(severity, message, { code, paint })];
  for (const [index, each] of drawn.entries()) {
    lines.push(
      ...drawBlock(each, { gutter, paint, colour: index === 0 ? colours[severity] : "cyan", isFirst: index === 0 }),
    );
  }
  return lines.join("\n");
}

function headline(severity: Severity, message: string, { code, paint }: { code: string; paint: Paint }): string {
  const text = printable(message.replace(/\s*\n\s*/g, " "));
  const padding = " ".repeat(Math.max(2, codeColumn - `${severity}: ${text}`.length));
  return `${paint(severity, colours[severity])}${paint(`: ${text}`, "bold")}${padding}${paint(`[${code}]`, "dim")}`;
}

/** A place with its line; `line` is absent when its text is not known. */
interface Block {
  readonly place: string;
  readonly line?: number;
  readonly text: string;
  readonly marks: string;
  readonly label: string;
}

function block(place: Related | undefined, sources: ReadonlyArray<SourceText>, mark: string): Block | undefined {
  if (place === undefined) return undefined;
  const { span, label } = place;
  const source = sources.find(({ file }) => file === span.file);
  const file = printable(span.file);
  if (source === undefined) return { place: file, text: "", marks: "", label };
  const index = buildLineIndex(source.text);
  const { line, column } = positionAt(index, span.start);
  const text = lineAt(source.text, index, line);
  const end = Math.min(text.length, column - 1 + span.end - span.start);
  const laidOut = underline(text, column - 1, Math.max(column - 1, end));
  return {
    place: `${file}:${line}:${column}`,
    line,
    text: laidOut.text,
    marks: " ".repeat(laidOut.indent) + mark.repeat(laidOut.width),
    label,
  };
}

interface BlockStyle {
  readonly gutter: number;
  readonly paint: Paint;
  readonly colour: Colour;
  readonly isFirst: boolean;
}

function drawBlock({ place, line, text, marks, label }: Block, style: BlockStyle): ReadonlyArray<string> {
  const { gutter, paint, colour, isFirst } = style;
  const space = " ".repeat(gutter);
  const arrow = `${space}${paint(isFirst ? "-->" : ":::", "blue")} ${place}`;
  if (line === undefined) return [arrow];
  const bar = `${space} ${paint("|", "blue")}`;
  const words = [marks, printable(label)].filter((part) => part !== "").join(" ");
  return [
    arrow,
    bar,
    `${paint(`${String(line).padStart(gutter)} |`, "blue")}${text === "" ? "" : ` ${text}`}`,
    `${bar} ${paint(words, colour)}`,
  ];
}
