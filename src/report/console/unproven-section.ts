import { groupBy } from "../../result/group-by.ts";
import { counted } from "../common/words.ts";
import { caseLines, labelledLines, markedLines, titleLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";

/** The codes that nothing proves, with what to do about it; then what was sent and asserted nothing, by reason. */
export const unprovenSection: Section = (page) => {
  const { width } = page;
  const all = casesThat(page, "unproven");
  const alone = all.filter(({ attempts }) => attempts.length === 0);
  const sent = all.filter(({ attempts }) => attempts.length > 0);
  const groups = groupBy(sent, ({ unproven }) => unproven ?? "");
  return [
    ...alone.flatMap((one) => [
      ...titleLines(marks.unproven, one, width),
      ...labelledLines("", one.unproven ?? "", width),
    ]),
    ...[...groups].flatMap(([reason, cases]) => [
      ...markedLines(marks.unproven, `${counted(cases.length, "case")} unproven: ${reason}`, { width }),
      ...caseLines(cases, width, 3),
    ]),
  ];
};
