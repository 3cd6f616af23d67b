import { plain } from "../../report/plain.ts";
import type { FaultProof } from "../model.ts";
import type { ProofReporter } from "./proof-reporter.ts";
import { headline, notCaught, placesOf, whatToDo } from "./words.ts";

/** For a pull request or the summary of a job: what is not caught first, the whole table folded away. */
export const renderProofMarkdown: ProofReporter = (proof) => {
  const missed = notCaught(proof);
  const lines = [
    `### ${cell(proof.suite)}: ${headline(proof)}`,
    "",
    ...(missed.length === 0 ? [] : [...rows(["fault", "at", "what to do"], missed.map(missedRow)), ""]),
    "<details><summary>All faults</summary>",
    "",
    ...rows(["", "fault", "what a developer got wrong", "caught by", "case"], proof.faults.map(faultRow)),
    "",
    "</details>",
  ];
  return `${lines.join("\n")}\n`;
};

function missedRow(fault: FaultProof): ReadonlyArray<string> {
  return [`${fault.id}${fault.verdict === "warned" ? " (a warning)" : ""}`, placesOf(fault), whatToDo(fault)];
}

function faultRow({ id, verdict, mistake, evidence: [first] }: FaultProof): ReadonlyArray<string> {
  const mark = { caught: "✅", warned: "⚠️", missed: "❌" }[verdict];
  return [mark, id, mistake, first?.rule ?? "", first?.case ?? ""];
}

function rows(head: ReadonlyArray<string>, body: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> {
  const line = (cells: ReadonlyArray<string>) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...body.map(line)];
}

/** Text as it is: nothing in it is taken for markup. */
function cell(text: string): string {
  return plain(text).replace(/[\\|*_<>[\]`#@&]/g, (mark) => (mark === "`" ? "`" : `&#${mark.charCodeAt(0)};`));
}
