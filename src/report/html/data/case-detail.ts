import { statusLine } from "../../../http/statuses.ts";
import type { Attempt, CaseRun, HeaderLine } from "../../../result/model.ts";
import type { CaseResult } from "../../../result/result.ts";
import { curlLine } from "../../curl.ts";
import { plainView } from "../plain-view.ts";
import { checkView } from "./check-view.ts";
import { cutBody } from "./cut-body.ts";
import type { FrameReader } from "./frame.ts";

/** A longer line is not pasted anywhere. */
const longestCurl = 65_536;

/** All that the page says of a case, where there is more to say than its row does. */
export function caseDetail(one: CaseResult, frameOf: FrameReader) {
  return {
    frame: plainView(frameOf(one.manifest)),
    needs: plainView(one.needs),
    attempts: one.attempts.map((attempt) => attemptView(attempt, one)),
  };
}

function attemptView(attempt: Attempt, one: CaseRun) {
  const { status, durationMs, error, checks, request, response } = attempt;
  return {
    status,
    durationMs,
    error: plainView(error),
    failed: checks.filter(({ passed }) => !passed).map((check) => checkView(check, one, attempt)),
    passed: checks.filter(({ passed }) => passed).map(({ title }) => plainView(title)),
    request: request && {
      ...plainView({ method: request.method, url: request.url, headers: request.headers.map(headerView) }),
      body: cutBody(request.body),
      curl: curlOf(request),
    },
    response: response && {
      ...plainView({ status: statusLine(response.status), headers: response.headers.map(headerView) }),
      timeMs: response.timeMs,
      sizeBytes: response.sizeBytes,
      body: cutBody(response.body),
    },
  };
}

function headerView({ name, value }: HeaderLine): readonly [name: string, value: string] {
  return [name, value.length > 4000 ? `${value.slice(0, 4000)}…` : value];
}

/** Of visible characters only, as it is; empty where nobody would paste it. */
function curlOf(request: NonNullable<Attempt["request"]>): string {
  const curl = curlLine(request);
  return curl.length > longestCurl ? "" : curl;
}
