import { type Command, InvalidArgumentError } from "commander";
import { wordDiagnostic } from "../../diagnostic/word.ts";
import { isAlertProblem, parseAlertText, splitEndpoint } from "../../http/alert/alert-text.ts";
import { isDay } from "../../result/baseline/parse-baseline.ts";
import type { AlertText } from "../../result/model.ts";
import { wholeNumber } from "../option-values.ts";
import { keptRuns, letPassDays } from "./flags.ts";

/** The options of `run` and `report` that say what a result is held against. */
export function addJudgeOptions(command: Command): Command {
  return command
    .optionsGroup("What it is held against:")
    .option(
      "--alert <limit>",
      "'p95 < 800ms', 'GET /books: 5xx = 0', '4xx < 2x last 10'; may be repeated",
      collectAlert,
    )
    .option("--fail-on-flaky", "exit 1 where a case passed only when it was run again: --alert 'flaky = 0'")
    .option("--history <folder>", "run files of earlier runs: what is new, fixed, shaky; `run` adds its own")
    .option("--keep <n>", `how many runs of a suite the folder keeps (default: ${keptRuns})`, wholeNumber)
    .option("--baseline <file>", "known deviations, which are let pass (JSON)")
    .option("--update-baseline", "take out what does not occur any more; where there is no file, write all that fails")
    .option("--reason <text>", "why what fails is let pass, for a first file")
    .option("--expires <day>", `until when, 2027-01-31 (default: ${letPassDays} days)`, day);
}

function collectAlert(text: string, alerts: ReadonlyArray<AlertText> = []): ReadonlyArray<AlertText> {
  const alert = splitEndpoint(text);
  const parsed = parseAlertText(alert.text);
  if (!isAlertProblem(parsed)) return [...alerts, { ...alert, text: `${parsed.name} ${parsed.words}` }];
  const { message, label } = wordDiagnostic(parsed);
  const sentence = `${capital(message)}${label === undefined ? "" : `: ${label}`}`;
  throw new InvalidArgumentError(/[?…]$/.test(sentence) ? sentence : `${sentence}.`);
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Write a day: 2027-01-31.");
  return text;
}

/** Names of metrics are written as they are. */
function capital(text: string): string {
  return text.replace(/^there\b/, "There");
}
