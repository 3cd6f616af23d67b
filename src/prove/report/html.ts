import { loadTemplates } from "../../template.ts";
import type { ProofReporter } from "./proof-reporter.ts";
import { headline, notCaught, placesOf, whatToDo } from "./words.ts";

/** One file that needs nothing else: the share, what is not caught, and the table. */
export const renderProofHtml: ProofReporter = (proof) => {
  const seconds = (proof.durationMs / 1000).toFixed(1);
  return loadTemplates()("proof.html", {
    suite: proof.suite,
    headline: headline(proof),
    about: `${proof.cases} cases, green without a fault · ${seconds} s · ${proof.inapplicable.length} faults that this API cannot have`,
    missed: notCaught(proof).map((fault) => ({
      ...fault,
      places: placesOf(fault),
      fix: whatToDo(fault),
      note: fault.verdict === "warned" ? "only a warning" : "not caught",
    })),
    faults: proof.faults.map((fault) => ({
      ...fault,
      places: fault.endpoints.join(", "),
      rule: fault.evidence[0]?.rule ?? "",
      case: fault.evidence[0]?.case ?? "",
      message: fault.evidence[0]?.message ?? "",
    })),
  });
};
