import type { KnownDeviation } from "../../result/baseline/model.ts";
import { counted } from "../common/words.ts";
import { markedLines } from "./blocks.ts";
import { cutEnd } from "./columns.ts";
import { marks } from "./marks.ts";
import type { Page, Section } from "./page.ts";
import type { Line } from "./paint.ts";

/** What is let pass in this suite, and what of the file does not belong there any more. */
export const baselineSection: Section = (page) => [...knownLines(page), ...staleLines(page)];

function knownLines({ suite, width }: Page): ReadonlyArray<Line> {
  const known = [...suite.outline, ...suite.findings].flatMap((one) => one.known ?? []);
  if (known.length === 0) return [];
  const head = `${counted(known.length, "known deviation")} let pass`;
  return [...markedLines(marks.known, head, { width }), ...entryLines(known, width, until)];
}

function staleLines({ baseline, width }: Page): ReadonlyArray<Line> {
  if (baseline === undefined) return [];
  const { file, gone, expired } = baseline;
  const lines: Line[] = [];
  if (gone.length > 0) {
    const head = `${file}: ${counted(gone.length, "deviation")} ${gone.length === 1 ? "does" : "do"} not occur any more`;
    lines.push(
      ...markedLines(marks.failed, `${head}: --update-baseline takes ${gone.length === 1 ? "it" : "them"} out`, {
        width,
      }),
    );
    lines.push(...entryLines(gone, width, rule));
  }
  if (expired.length > 0) {
    const head = `${file}: ${counted(expired.length, "deviation")} ${expired.length === 1 ? "has" : "have"} expired`;
    lines.push(...markedLines(marks.failed, `${head}: mend what fails, or give it a new day`, { width }));
    lines.push(...entryLines(expired, width, until));
  }
  return lines;
}

const most = 5;

function entryLines(
  entries: ReadonlyArray<KnownDeviation>,
  width: number,
  words: (entry: KnownDeviation) => string,
): ReadonlyArray<Line> {
  const shown = entries.length === most + 1 ? entries : entries.slice(0, most);
  const lines: Line[] = shown.map((entry) => [{ text: `     ${cutEnd(`${entry.case}: ${words(entry)}`, width - 5)}` }]);
  if (shown.length < entries.length) {
    lines.push([{ text: `     and ${entries.length - shown.length} more`, style: "dim" }]);
  }
  return lines;
}

function until({ reason, expires }: KnownDeviation): string {
  return `${reason}, until ${expires}`;
}

function rule(entry: KnownDeviation): string {
  return entry.rule;
}
