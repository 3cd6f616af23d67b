import type { MatrixCell, Outcome } from "../../result/model.ts";
import { marks as consoleMarks } from "../console/marks.ts";

type State = MatrixCell["state"] | Outcome | "warning";

/** What stands for a state: told apart without colour, the same on a terminal and on a page. */
export const marks: Readonly<Record<State, string>> = {
  passed: consoleMarks.proven.mark,
  ...Object.fromEntries(Object.entries(consoleMarks).map(([state, { mark }]) => [state, mark])),
} as Record<State, string>;

/** What the states of a cell say. */
export const meanings: Readonly<Record<MatrixCell["state"], string>> = {
  proven: "this code came, where the manifest asks for it",
  failed: "another code came, or the answer is not as it must be",
  errored: "no answer came",
  inconclusive: "what it rests on did not succeed",
  unproven: "nothing provokes this code yet",
  skipped: "left out on purpose",
  implied: "proven, and only the profile asks for it",
};
