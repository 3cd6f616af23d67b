import { uuidOf } from "../common/digest.ts";
import type { Trouble } from "../common/troubles.ts";

/** What is wrong beside the cases as a test. */
export function testOfTrouble({ kind, level, suite, id, title, message, why }: Trouble) {
  return {
    testId: uuidOf("trouble", kind, id, title),
    name: title,
    status: level === "error" ? "failed" : "other",
    duration: 0,
    suite: [suite?.suite || "the run as a whole"],
    message,
    trace: why,
    rawStatus: level,
    tags: [kind],
    type: "api",
    extra: { rule: id },
  };
}
