import { clientErrors } from "./errors.ts";
import { type Answer, endpointsOf, idsOf, type SuiteRule } from "./material.ts";
import { tally, tallyWords } from "./tally.ts";

const fewestErrors = 5;
const share = 0.8;

/** `error-shape-consistent`: errors in JSON, and hardly two of them have a field in common. */
export const errorShape: SuiteRule = (material) => {
  const errors = clientErrors(material).filter(({ response }) => response.errorBody !== undefined);
  if (errors.length < fewestErrors || endpointsOf(errors) < 2 || commonFields(errors).length > 0) return undefined;
  const shapes = tally(errors, ({ response }) => `{ ${[...(response.errorBody?.fields ?? [])].sort().join(", ")} }`);
  const message = `no field is common to ${share * 100} % of the errors: ${tallyWords(shapes)}`;
  return { message, cases: idsOf(shapes.slice(1).flatMap(([, answers]) => answers)) };
};

/** Fields that nearly all errors have; what only some of them add is no matter. */
export function commonFields(errors: ReadonlyArray<Answer>): ReadonlyArray<string> {
  const counts = new Map<string, number>();
  for (const { response } of errors) {
    for (const field of response.errorBody?.fields ?? []) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= share * errors.length).map(([field]) => field);
}
