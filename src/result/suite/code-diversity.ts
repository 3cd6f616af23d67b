import { faultKinds } from "./kinds.ts";
import { idsOf, type SuiteRule } from "./material.ts";

const fewestKinds = 5;
const fewestCodes = 3;

/** `suite-code-diversity`: many kinds of faults, and one or two status codes for all of them. */
export const codeDiversity: SuiteRule = (material) => {
  const kinds = faultKinds(material);
  const answers = [...kinds.values()].flat();
  const codes = new Set(answers.map(({ response }) => response.status));
  // 400 alone is said by 400-not-catchall.
  if (kinds.size < fewestKinds || codes.size >= fewestCodes || (codes.size === 1 && codes.has(400))) return undefined;
  const names = [...codes].sort((a, b) => a - b).join(" and ");
  return { message: `${kinds.size} kinds of faults, and only ${names} for them`, cases: idsOf(answers) };
};
