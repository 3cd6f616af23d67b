import { idsOf, type SuiteRule } from "./material.ts";

/** So many different faults, all answered with 200, are no oversight. */
const fewestFaults = 3;

/** `e200-all-endpoints-200`: faults that must be refused, and every response of the run is 200. */
export const allEndpoints200: SuiteRule = ({ run, answers }) => {
  const all = run.cases.flatMap(({ attempts }) => attempts.flatMap(({ response }) => response ?? []));
  if (all.some(({ status }) => status !== 200)) return undefined;
  // Where only the profile asks, 200 is among the answers because a server may overlook the fault.
  const faults = answers.filter(
    ({ one, edge }) =>
      one.origin === "declared" && edge !== undefined && edge.codes.length > 0 && edge.codes.every(isError),
  );
  if (new Set(faults.map(({ one }) => one.edge)).size < fewestFaults) return undefined;
  return { message: `all ${all.length} responses are 200, whatever was wrong with the request`, cases: idsOf(faults) };
};

function isError(code: number): boolean {
  return code >= 400;
}
