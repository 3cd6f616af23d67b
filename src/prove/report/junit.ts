import { element, writeXml, type XmlElement } from "../../report/xml.ts";
import type { FaultProof } from "../model.ts";
import type { ProofReporter } from "./proof-reporter.ts";
import { placesOf, whatToDo } from "./words.ts";

/** A test case for each fault, failed where the suite did not turn red. */
export const renderProofJUnit: ProofReporter = ({ suite, faults, durationMs }) => {
  const failures = faults.filter(({ verdict }) => verdict !== "caught").length;
  const counts = { tests: faults.length, failures, errors: 0, skipped: 0, time: (durationMs / 1000).toFixed(3) };
  const cases = faults.map((fault) => testCase(fault, suite));
  return writeXml(
    element("testsuites", counts, [element("testsuite", { name: `${suite}: faults`, ...counts }, cases)]),
  );
};

function testCase(fault: FaultProof, suite: string): XmlElement {
  const { id, mistake, breaks, verdict, evidence } = fault;
  const said = evidence.map((one) => `${one.rule}: ${one.case}`).join("\n");
  const outcome =
    verdict === "caught"
      ? element("system-out", {}, [said])
      : element("failure", { type: verdict, message: `${mistake}, at ${placesOf(fault)}` }, [
          `${breaks}\n${whatToDo(fault)}`,
        ]);
  return element("testcase", { classname: suite, name: id }, [outcome]);
}
