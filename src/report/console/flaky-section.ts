import { statusLine } from "../../http/statuses.ts";
import type { Attempt } from "../../result/model.ts";
import { labelledLines, titleLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { type Section, wholeCasesThat } from "./page.ts";

/** The cases that passed only when they were sent again, and what came before. */
export const flakySection: Section = (page) =>
  [...wholeCasesThat(page, "flaky")].flatMap((one) => [
    ...titleLines(marks.flaky, one, page.width),
    ...labelledLines("", `passed on attempt ${one.attempts.length}, after ${before(one.attempts)}`, page.width),
  ]);

function before(attempts: ReadonlyArray<Attempt>): string {
  const earlier = attempts.slice(0, -1).map(({ error, response }) => {
    if (error) return error.message;
    return response ? statusLine(response.status) : "no response";
  });
  return [...new Set(earlier)].join(", ");
}
