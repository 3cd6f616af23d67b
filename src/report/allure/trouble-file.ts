import type { Result } from "../../result/result.ts";
import { digestOf, uuidOf } from "../common/digest.ts";
import type { Trouble } from "../common/troubles.ts";
import type { ReportFile } from "./report-file.ts";

/** What is wrong beside the cases as a result of its own; a warning passes, and says so. */
export function troubleFile({ kind, level, id, title, message, why }: Trouble, { startedAt }: Result): ReportFile {
  const uuid = uuidOf("trouble", startedAt, kind, id, title, message);
  const start = Date.parse(startedAt) || 0;
  const red = kind === "broken" ? "broken" : "failed";
  const result = {
    uuid,
    historyId: digestOf("trouble", kind, id, title).slice(0, 32),
    testCaseId: digestOf("trouble", kind, id, title).slice(0, 32),
    fullName: `newmanifest: ${title}`,
    name: title,
    titlePath: ["the run as a whole"],
    ...(why !== undefined && { description: why }),
    stage: "finished",
    start,
    stop: start + 1,
    status: level === "error" ? red : "passed",
    statusDetails: { message, trace: why },
    labels: [
      { name: "parentSuite", value: "the run as a whole" },
      { name: "feature", value: kind },
      { name: "framework", value: "newmanifest" },
      { name: "tag", value: id },
    ],
    links: [],
    parameters: [],
    steps: [],
    attachments: [],
  };
  return { name: `${uuid}-result.json`, text: `${JSON.stringify(result, null, 2)}\n` };
}
