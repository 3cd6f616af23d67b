import { isAlertProblem, type ParsedAlert, parseAlertText } from "../../http/alert/alert-text.ts";
import type { AlertText } from "../model.ts";
import type { SuiteResult } from "../result.ts";
import { measuredOf, type Reading, read } from "./reading.ts";

/** A limit that a suite is held to; without `parsed` it is of a version that knows more. */
export interface AskedAlert {
  readonly text: AlertText;
  readonly parsed?: ParsedAlert;
}

/** The limits of a suite: its own, then those of the command line. */
export function askedOf(suite: SuiteResult, given: ReadonlyArray<AlertText>): ReadonlyArray<AskedAlert> {
  return [...(suite.alerts ?? []), ...given].map((text) => {
    const parsed = parseAlertText(text.text);
    return isAlertProblem(parsed) ? { text } : { text, parsed };
  });
}

/** What the measure of a limit comes to in a suite. */
export function readingOf({ text, parsed }: AskedAlert, suite: SuiteResult): Reading {
  const measured = parsed && measuredOf(suite, text.endpoint);
  return parsed && measured ? read(parsed.measure, measured) : { value: null };
}
