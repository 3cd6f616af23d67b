import type { Alert } from "../../result/alerts/alert.ts";
import { markedLines, titleLines } from "./blocks.ts";
import { type Mark, marks } from "./marks.ts";
import type { Section } from "./page.ts";
import type { Line } from "./paint.ts";

/** The limits that were not kept: the first thing to be read. */
export const failedAlertsSection: Section = ({ alerts, width }) =>
  alerts.filter(({ state }) => state === "failed").flatMap((alert) => alertLines(alert, marks.failed, width));

/** The limits of which nobody can say whether they were kept. */
export const unknownAlertsSection: Section = ({ alerts, width }) =>
  alerts.filter(({ state }) => state === "unknown").flatMap((alert) => alertLines(alert, marks.inconclusive, width));

function alertLines({ message, manifest }: Alert, mark: Mark, width: number): ReadonlyArray<Line> {
  const title = `alert: ${message}`;
  return manifest === undefined ? markedLines(mark, title, { width }) : titleLines(mark, { title, manifest }, width);
}
