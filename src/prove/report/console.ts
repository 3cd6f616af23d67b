import { columns, cutEnd } from "../../report/console/columns.ts";
import { type Line, paint } from "../../report/console/paint.ts";
import { wrap } from "../../report/console/wrap.ts";
import type { FaultProof, Proof } from "../model.ts";
import type { ProofReporter } from "./proof-reporter.ts";
import { headline, notCaught, placesOf, whatToDo } from "./words.ts";

const marks = {
  caught: { text: "●", style: "green" },
  warned: { text: "!", style: "yellow" },
  missed: { text: "✗", style: "red" },
} as const;

/** The table fault x what caught it, what was not caught and what to do about it, and the share last. */
export const renderProofConsole: ProofReporter = (proof, { color = false, width = 80 } = {}) => {
  const columnsWide = Math.max(40, width);
  const parts = [
    head(proof),
    table(proof, columnsWide),
    ...notCaught(proof).map((one) => missed(one, columnsWide)),
    foot(proof),
  ];
  const drawn = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => paint(line, color)).join("\n"));
  return `${drawn.join("\n\n")}\n`;
};

function head({ suite, cases, durationMs }: Proof): ReadonlyArray<Line> {
  const rest = ` · ${cases} cases, green without a fault · ${(durationMs / 1000).toFixed(1)} s`;
  return [[{ text: suite, style: "bold" }, { text: rest }]];
}

function table({ faults }: Proof, width: number): ReadonlyArray<Line> {
  const idWidth = Math.max(0, ...faults.map(({ id }) => columns(id)));
  return faults.map(({ id, verdict, evidence }) => {
    const [first] = evidence;
    const said = first === undefined ? "nothing was said" : `${first.rule}  ${first.case}`;
    const room = Math.max(10, width - idWidth - 5);
    return [
      { text: " " },
      marks[verdict],
      { text: ` ${id.padEnd(idWidth)}  ` },
      { text: cutEnd(said, room), style: "dim" },
    ];
  });
}

function missed(fault: FaultProof, width: number): ReadonlyArray<Line> {
  const mark = marks[fault.verdict];
  const label = (name: string, text: string): ReadonlyArray<Line> =>
    wrap(text, width - 10).map((line, at) => [{ text: `   ${(at === 0 ? name : "").padEnd(6)} ` }, { text: line }]);
  const title = fault.verdict === "warned" ? `${fault.id}: only a warning` : `${fault.id}: not caught`;
  return [
    [{ text: " " }, mark, { text: ` ${title}`, style: "bold" }],
    ...label("what", `${fault.mistake}, at ${placesOf(fault)}`),
    ...label("breaks", fault.breaks),
    ...label("fix", whatToDo(fault)),
  ];
}

function foot(proof: Proof): ReadonlyArray<Line> {
  const isAll = notCaught(proof).length === 0;
  const rest = proof.inapplicable.length === 0 ? "" : ` · ${proof.inapplicable.length} that this API cannot have`;
  return [
    [
      { text: ` ${headline(proof)}`, style: isAll ? "green" : "yellow" },
      { text: rest, style: "dim" },
    ],
  ];
}
