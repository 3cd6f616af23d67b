import { faultKinds } from "./kinds.ts";
import { idsOf, type SuiteRule } from "./material.ts";

const fewestKinds = 3;

/** `400-not-catchall`: faults of several kinds for which there is a better code, and nothing but 400. */
export const notCatchall: SuiteRule = (material) => {
  const kinds = faultKinds(material);
  const better = [...kinds].filter(([kind]) => kind !== 400).map(([, answers]) => answers);
  const isAll400 = [...kinds.values()].flat().every(({ response }) => response.status === 400);
  if (better.length < fewestKinds || !isAll400) return undefined;
  const names = [...kinds.keys()].filter((kind) => kind !== 400).sort((a, b) => a - b);
  return { message: `400 comes for everything, also where ${names.join(", ")} say more`, cases: idsOf(better.flat()) };
};
