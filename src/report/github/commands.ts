import type { Place } from "../../result/model.ts";
import { plain } from "../plain.ts";

/** What GitHub shows at a line of a file, or at the head of the run. */
export interface Annotation {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly lines: ReadonlyArray<string>;
  readonly place?: Place;
}

/** `::error file=api.yaml,line=14,...::message`: a workflow command on a line of its own. */
export function commandOf({ level, title, lines, place }: Annotation): string {
  const properties = { ...(place && placeProperties(place)), title: plain(title) };
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${pairs.join(",")}::${escapeMessage(lines.map(plain).join("\n"))}\n`;
}

/** GitHub's columns are 1-based as ours are; the last one is still part of what is marked. */
function placeProperties({ file, line, column, length }: Place): Readonly<Record<string, string>> {
  return {
    file: plain(file),
    line: String(line),
    endLine: String(line),
    col: String(column),
    endColumn: String(column + Math.max(length, 1) - 1),
  };
}

/** As the runner reads it back (actions/toolkit, core/src/command.ts). */
export function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Properties end at commas and at colons as well. */
export function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
