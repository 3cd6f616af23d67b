import { folderReporters, reporters } from "../report/reporters.ts";
import type { Result } from "../result/result.ts";
import type { KnownReporters } from "./choose-reporters.ts";

/** What a run can be drawn with. */
export const resultReporters: KnownReporters<Result> = {
  texts: reporters,
  folders: folderReporters,
  own: (report) => report,
};
