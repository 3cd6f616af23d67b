import { groupBy } from "../../result/group-by.ts";
import { counted } from "../common/words.ts";
import { markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";

/** The skipped cases by reason. */
export const skippedSection: Section = (page) => {
  const groups = groupBy(casesThat(page, "skipped"), ({ skipped }) => skipped ?? "");
  return [...groups].flatMap(([reason, cases]) =>
    markedLines(marks.skipped, `${counted(cases.length, "case")} skipped: ${reason}`, { width: page.width }),
  );
};
