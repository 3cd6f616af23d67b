import { statusLine } from "../../../http/statuses.ts";
import type { Outcome } from "../../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../../result/result.ts";
import { jsonLiteral } from "../../../template.ts";
import { expectation } from "../../common/words.ts";
import { caseDetail } from "./case-detail.ts";
import type { FrameReader } from "./frame.ts";
import { lastFailed } from "./last-checks.ts";

/** A case that was written whole: where, and the words of its failure for the list. */
export interface WholeCase {
  readonly number: number;
  readonly message: string;
}

export interface DetailOptions {
  /** Number of the suite. */
  readonly suite: number;
  readonly frameOf: FrameReader;
  /** By id; it is filled while the pieces are taken. */
  readonly whole: Map<string, WholeCase>;
  /** Characters that are left, for all suites together. */
  readonly room: { left: number };
}

/** An element of JSON for each case of which there is more to say than its row does: the worst first, as long as there is room. */
export function* detailPieces(suite: SuiteResult, options: DetailOptions): Generator<string> {
  const { frameOf, whole, room } = options;
  for (const one of suite.wholeCases(idsByUrgency(suite))) {
    if (room.left <= 0) return;
    const json = jsonLiteral(caseDetail(one, frameOf));
    room.left -= json.length;
    const number = whole.size;
    whole.set(one.id, { number, message: messageOf(one) });
    yield `<script type="application/json" id="whole-${options.suite}-${number}">${json}</script>\n`;
  }
}

/** The outcomes of which a page has the whole; then come warnings. */
const urgent = ["failed", "errored", "flaky"] as const satisfies ReadonlyArray<Outcome>;

function idsByUrgency({ outline }: SuiteResult): ReadonlyArray<string> {
  const ids = urgent.flatMap((outcome) => outline.filter((one) => one.outcome === outcome));
  const warned = outline.filter((one) => lastFailed(one, "warning").length > 0);
  return [...new Set([...ids, ...warned].map(({ id }) => id))];
}

/** A list has room for a line. */
const longestMessage = 300;

function messageOf(one: CaseResult): string {
  const { error, response } = one.attempts.at(-1) ?? {};
  const [first] = [...lastFailed(one, "error"), ...lastFailed(one, "warning")];
  const isOtherCode = first?.rule === "status-expected" && response !== undefined && one.expected.length > 0;
  const other = isOtherCode && `expected ${expectation(one.expected)}, got ${statusLine(response.status)}`;
  const text = error?.message ?? (other || (first?.message ?? first?.title ?? ""));
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
}
