import type { CaseResult, Result, SuiteResult } from "../../result/result.ts";
import { accountOf } from "../common/account.ts";
import { failedChecks, kindOf, warningsOf, warningText } from "../common/checks.ts";
import { reasonsOf } from "../common/reasons.ts";
import { type Trouble, troublesOf } from "../common/troubles.ts";
import { counted } from "../common/words.ts";
import { type Candidate, choose } from "./choose.ts";
import { type Annotation, commandOf } from "./commands.ts";

/** GitHub shows so many annotations of each level for a step, and drops the others without a word. */
const most = 10;

interface Note extends Candidate {
  readonly suite?: SuiteResult;
  readonly one?: CaseResult;
  readonly trouble?: Trouble;
}

/** Workflow commands: an annotation at the line of the manifest for each failure, and for what should not go unseen. */
export function* renderGithub(result: Result): Generator<string> {
  const troubles = troublesOf(result);
  yield* commandsOf("error", [...troubleNotes(troubles, "error"), ...result.suites.flatMap(failureNotes)]);
  yield* commandsOf("warning", [...troubleNotes(troubles, "warning"), ...result.suites.flatMap(warningNotes)]);
}

/** Only what is shown is read whole. */
function* commandsOf(level: Annotation["level"], notes: ReadonlyArray<Note>): Generator<string> {
  const { shown, rest } = choose(notes, most);
  for (const { one: note, more } of shown) {
    const { lines, ...annotation } = annotationOf(note, level);
    const others = more === 0 ? [] : [`and ${counted(more, "more case")} like this`];
    yield commandOf({ ...annotation, lines: [...lines, ...others] });
  }
  if (rest !== undefined) yield commandOf({ level, title: "and more", lines: [rest] });
}

function annotationOf({ suite, one, trouble }: Note, level: Annotation["level"]): Annotation {
  if (trouble !== undefined) {
    const { title, message, why } = trouble;
    return { level, title, lines: why === undefined ? [message] : [message, `why: ${why}`] };
  }
  if (suite === undefined || one === undefined) return { level, title: "", lines: [] };
  const [whole = one] = suite.wholeCases([one.id]);
  const lines = level === "error" ? failureLines(whole) : warningLines(whole, reasonsOf(suite));
  return { level, title: whole.title, place: whole.manifest, lines };
}

function failureLines(one: CaseResult): ReadonlyArray<string> {
  const lines = accountOf(one, one.attempts.at(-1)).filter(({ label }) => label !== "body" && label !== "at");
  return lines.map(({ label, text }) => (label === "" ? text : `${label}: ${text}`));
}

function warningLines(one: CaseResult, reasonOf: (one: CaseResult) => string | undefined): ReadonlyArray<string> {
  const reason = reasonOf(one);
  return [...(reason === undefined ? [] : [`${one.outcome}: ${reason}`]), ...warningsOf(one).map(warningText)];
}

function troubleNotes(troubles: ReadonlyArray<Trouble>, level: Trouble["level"]): ReadonlyArray<Note> {
  return troubles.filter((trouble) => trouble.level === level).map((trouble) => ({ kind: trouble.id, trouble }));
}

function failureNotes(suite: SuiteResult): ReadonlyArray<Note> {
  const red = suite.outline.filter(
    ({ outcome, known }) => outcome === "errored" || (outcome === "failed" && known === undefined),
  );
  return red.map((one) => {
    const last = one.attempts.at(-1);
    const [check] = failedChecks(last);
    const kind = check === undefined ? `errored ${last?.error?.rule ?? last?.error?.code ?? ""}` : kindOf(check);
    return { kind, suite, one };
  });
}

/** What was skipped was left out on purpose, and what is inconclusive follows from something that is told already. */
function warningNotes(suite: SuiteResult): ReadonlyArray<Note> {
  return suite.outline.flatMap((one) => {
    if (one.outcome === "flaky" || one.outcome === "unproven") return [{ kind: one.outcome, suite, one }];
    if (one.outcome === "failed" && one.known !== undefined) return [{ kind: "known", suite, one }];
    const [warning] = one.outcome === "failed" || one.outcome === "errored" ? [] : warningsOf(one);
    return warning === undefined ? [] : [{ kind: kindOf(warning), suite, one }];
  });
}
