import { page as screen } from "../http/explain/page.ts";
import { page } from "../http/reference.ts";
import type { Fault, Remedy } from "../mock/fault.ts";
import { type FaultId, faults } from "../mock/faults.ts";

/** The screen of a fault. */
export function explainFault(id: FaultId): string {
  const { mistake, breaks, remedy }: Fault = faults[id];
  return screen(`${id}: ${mistake}`, [
    ["kind", ["a fault: a mistake that `newmanifest prove` puts into the mock, and `mock --fault` makes"]],
    ["source", [breaks]],
    ["caught", [wording(remedy)]],
    ["try", [`newmanifest mock --fault ${id}`]],
  ]);
}

/** docs/faults.md: made from the table. */
export function faultPage(): string {
  const rows = Object.entries<Fault>(faults).map(([id, { mistake, breaks, remedy }]) => [
    `\`${id}\``,
    mistake,
    breaks,
    wording(remedy),
  ]);
  const intro =
    "Mistakes that developers of an API make. `newmanifest prove` puts each into the mock and tells whether the suite sees it; " +
    "`newmanifest mock --fault <id>` serves an API with one.";
  return page("Faults", intro, [
    ["id", "what a developer got wrong", "breaks", "what makes a suite look for it"],
    ...rows,
  ]);
}

function wording(remedy: Remedy): string {
  return "declare" in remedy ? `a declared ${remedy.declare}` : remedy.write;
}
